package dev.nn.search;

import dev.nn.api.NnException;
import dev.nn.api.Spec;
import dev.nn.api.SpecValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A space with its holes filled: for each of its texts, by name, a spec or several as {@code
 * Network.of} and {@code TrainerBuilder.optimizer} take them.
 *
 * @param texts in the order of the space, in canonical form
 */
public record Settings(Map<String, String> texts) {

  /** Copies the texts, and keeps their order. */
  public Settings {
    texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
  }

  /** The text of this name, if the space has one. */
  public Optional<String> find(String name) {
    return Optional.ofNullable(texts.get(name));
  }

  /**
   * The text of this name.
   *
   * @throws NnException if the space has none; the message names those that it has
   */
  public String text(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new NnException(
                    "the space has no text \"%s\"; it has %s"
                        .formatted(name, String.join(", ", texts.keySet()))));
  }

  /**
   * The specs of this name, such as the layers of a network.
   *
   * @throws dev.nn.api.SpecException if a value is no spec
   */
  public List<Spec> specs(String name) {
    return Spec.parseList(text(name));
  }

  /**
   * The number of this name, such as a batch size.
   *
   * @throws NnException if it is no number
   */
  public double number(String name) {
    if (SpecValue.parse(text(name)) instanceof SpecValue.Decimal decimal) {
      return decimal.value().doubleValue();
    }
    throw new NnException("%s is a number, not %s".formatted(name, text(name)));
  }

  /** The texts, each after its name. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    texts.forEach(
        (name, value) ->
            text.append(text.isEmpty() ? "" : "; ").append(name).append(": ").append(value));
    return text.toString();
  }
}
