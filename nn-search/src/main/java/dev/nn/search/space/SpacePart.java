package dev.nn.search.space;

import dev.nn.api.SpecException;
import dev.nn.api.SpecValue;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One of the texts of a space. */
public final class SpacePart {
  private final String text;
  private final List<Template> values;

  private SpacePart(String text, List<Template> values) {
    this.text = text;
    this.values = List.copyOf(values);
  }

  /**
   * Reads a text.
   *
   * @throws SpecException if it cannot be read
   */
  public static SpacePart parse(String text) {
    return new SpacePart(text, SpaceParser.parse(text));
  }

  /** The text as it was written. */
  public String text() {
    return text;
  }

  /** In how many ways the holes can be filled; {@link Count#INFINITE} if without end. */
  public long ways() {
    return values.stream().mapToLong(Template::ways).reduce(1, Count::product);
  }

  /**
   * The text with its holes filled at random.
   *
   * @param seed of the search
   * @param part number of this text among those of the space
   * @param draw number of the settings
   */
  public String random(long seed, int part, long draw) {
    return filled(new RandomPick(seed, part, draw));
  }

  /**
   * The text with its holes filled in one of all ways.
   *
   * @param index below {@link #ways}, which are not infinite
   */
  public String combination(long index) {
    return filled(new GridPick(index));
  }

  /** The text without holes, in canonical form; lists are opened and {@code none} is left out. */
  private String filled(Pick pick) {
    return values.stream()
        .map(value -> SpecValue.parse(value.filled(pick)))
        .flatMap(SpacePart::opened)
        .map(SpecValue::toString)
        .collect(Collectors.joining(", "));
  }

  private static Stream<SpecValue> opened(SpecValue value) {
    if (value instanceof SpecValue.Items items) {
      return items.values().stream().flatMap(SpacePart::opened);
    }
    return value instanceof SpecValue.None ? Stream.empty() : Stream.of(value);
  }
}
