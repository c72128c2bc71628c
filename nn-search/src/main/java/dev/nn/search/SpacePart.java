package dev.nn.search;

import dev.nn.api.SpecException;
import dev.nn.api.SpecValue;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One of the texts of a space.
 *
 * @param text as it was written
 * @param values what stands between its commas
 */
record SpacePart(String text, List<Template> values) {

  /**
   * Reads a text.
   *
   * @throws SpecException if it cannot be read
   */
  static SpacePart parse(String text) {
    return new SpacePart(text, SpaceParser.parse(text));
  }

  long ways() {
    return values.stream().mapToLong(Template::ways).reduce(1, Count::product);
  }

  /** The text without holes, in canonical form; lists are opened and {@code none} is left out. */
  String filled(Pick pick) {
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
