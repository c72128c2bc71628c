package dev.nn.core.internal.safetensors;

import java.util.List;

/**
 * A tensor as the header of a file declares it.
 *
 * @param name its name
 * @param type type of its numbers
 * @param shape its dimensions; none for a single number
 * @param begin first byte, counted from the start of the data
 * @param end byte after the last
 */
public record TensorEntry(String name, TensorType type, List<Long> shape, long begin, long end) {
  public TensorEntry {
    shape = List.copyOf(shape);
  }

  /** Number of elements. */
  public long count() {
    return (end - begin) / type.bytes();
  }
}
