package dev.nn.search;

import dev.nn.api.NnException;
import dev.nn.api.SpecException;
import dev.nn.search.space.Count;
import dev.nn.search.space.SpacePart;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * Specs with holes for what a search is to find out. A hole stands where a spec has a value:
 *
 * <ul>
 *   <li>{@code {16, 64, 256}}: one of these, each as likely as the others. An alternative is any
 *       value, may have holes of its own, and among layers may be several in brackets, or {@code
 *       none}.
 *   <li>{@code [0.0..0.5]}: any number from one to the other, both included, rounded to four
 *       digits.
 *   <li>{@code [1e-4..1e-1 log]}: the same with a logarithm that is uniform, so that each power of
 *       ten is as likely as the others.
 *   <li>{@code [1..8]}, {@code [16..512 log]}: a whole number, if both ends are written with digits
 *       alone.
 * </ul>
 *
 * <pre>{@code
 * SearchSpace space =
 *     SearchSpace.of(
 *             "layers",
 *             "dense(units={16, 64, 256}, activation={relu, tanh}), {none, dropout(rate=[0.1..0.5])}")
 *         .and("optimizer", "adam(learning_rate=[1e-4..1e-1 log])");
 * }</pre>
 *
 * <p>Everything between the holes is the grammar of {@link dev.nn.api.Spec}. That each plugin
 * exists and has these options is found out by whoever uses the settings.
 */
public final class SearchSpace {
  private final Map<String, SpacePart> parts;

  private SearchSpace(Map<String, SpacePart> parts) {
    this.parts = Collections.unmodifiableMap(parts);
  }

  /**
   * A space of one text.
   *
   * @param name by which the text is asked for, such as "layers"
   * @param text a value, or several with commas between them
   * @throws SpecException if the text cannot be read; the message marks the place and says what to
   *     write instead
   */
  public static SearchSpace of(String name, String text) {
    return new SearchSpace(new LinkedHashMap<>()).and(name, text);
  }

  /**
   * This space with one more text. What is chosen for the others does not depend on it.
   *
   * @throws SpecException if the text cannot be read
   * @throws NnException if there is a text of this name
   */
  public SearchSpace and(String name, String text) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(text, "text");
    Map<String, SpacePart> more = new LinkedHashMap<>(parts);
    if (more.put(name, SpacePart.parse(text)) != null) {
      throw new NnException("the space has two texts named \"" + name + "\"");
    }
    return new SearchSpace(more);
  }

  /** The texts as they were written, by name. */
  public Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    parts.forEach((name, part) -> texts.put(name, part.text()));
    return texts;
  }

  /**
   * How many different settings there are; absent if a range of real numbers makes them endless.
   */
  public OptionalLong size() {
    long ways = parts.values().stream().mapToLong(SpacePart::ways).reduce(1, Count::product);
    return ways == Count.INFINITE ? OptionalLong.empty() : OptionalLong.of(ways);
  }

  /**
   * Settings at random, which depend on the two numbers alone and are the same on every machine.
   *
   * @param draw number of the settings, from 0
   */
  public Settings sample(long seed, long draw) {
    Map<String, String> texts = new LinkedHashMap<>();
    parts.forEach((name, part) -> texts.put(name, part.random(seed, texts.size(), draw)));
    return new Settings(texts);
  }

  /**
   * One of all settings there are.
   *
   * @param index from 0 up to {@link #size}
   * @throws NnException if there is no such index, or no end of them
   */
  public Settings combination(long index) {
    OptionalLong size = size();
    if (size.isEmpty()) {
      throw new NnException(
          "a range of real numbers has no end of settings: write a choice such as {0.001, 0.01}"
              + " instead, or search at random");
    }
    if (index < 0 || index >= size.getAsLong()) {
      throw new NnException(
          "there are %s settings, and none is %s".formatted(size.getAsLong(), index));
    }
    Map<String, String> texts = new LinkedHashMap<>();
    long rest = index;
    for (Map.Entry<String, SpacePart> part : parts.entrySet()) {
      long ways = part.getValue().ways();
      texts.put(part.getKey(), part.getValue().combination(rest % ways));
      rest /= ways;
    }
    return new Settings(texts);
  }

  /** The texts, each after its name. */
  @Override
  public String toString() {
    return new Settings(texts()).toString();
  }
}
