package dev.nn.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.nn.api.DataException;
import dev.nn.data.read.IdxReader;
import dev.nn.data.read.NumberArray;
import dev.nn.data.read.Source;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class IdxHeaderTest {
  private static final int MAX = Integer.MAX_VALUE;
  private static final int MIN = Integer.MIN_VALUE;

  static Stream<Arguments> wrongImageHeaders() {
    String none =
        ", offset 0: no IDX file: it starts with 0x%08x, not with 0, 0, a type (0x08 to 0x0e) and a"
            + " number of dimensions";
    String wanted =
        ", but images are unsigned bytes in 3 dimensions (number, height, width) or 4 (number,"
            + " height, width, channels); ";
    String table = "DataFile.read reads this file as a table";
    String range = "; it is at least 1 and at most 2147483647";
    return Stream.of(
        arguments(0, dimensions(3, 2, 2), none.formatted(0)),
        arguments(-1, dimensions(3, 2, 2), none.formatted(-1)),
        arguments(0x10803, dimensions(3, 2, 2), none.formatted(0x10803)),
        arguments(0x03080000, dimensions(3, 2, 2), none.formatted(0x03080000)),
        arguments(0x800, dimensions(), ", offset 3: 0 dimensions; there are 1 to 8"),
        arguments(
            0x801,
            dimensions(12),
            ": unsigned bytes in 1 dimension (12)"
                + wanted
                + "these look like labels, which Idx.labels reads"),
        arguments(
            0x802, dimensions(3, 4), ": unsigned bytes in 2 dimensions (3 × 4)" + wanted + table),
        arguments(
            0x903,
            dimensions(3, 2, 2),
            ": signed bytes in 3 dimensions (3 × 2 × 2)" + wanted + table),
        arguments(
            0xd03,
            dimensions(3, 1, 1),
            ": 32-bit floats in 3 dimensions (3 × 1 × 1)" + wanted + table),
        arguments(0x89504e47, dimensions(3, 2, 2), ": a picture, not a table"),
        arguments(0x803, dimensions(0, 2, 2), ", offset 4: 0 cannot be dimension 1" + range),
        arguments(0x803, dimensions(-1, 2, 2), ", offset 4: -1 cannot be dimension 1" + range),
        arguments(
            0x803, dimensions(MIN, 2, 2), ", offset 4: -2147483648 cannot be dimension 1" + range),
        arguments(0x803, dimensions(3, 0, 2), ", offset 8: 0 cannot be dimension 2" + range),
        arguments(0x803, dimensions(3, -4, 2), ", offset 8: -4 cannot be dimension 2" + range),
        arguments(0x803, dimensions(3, 2, 0), ", offset 12: 0 cannot be dimension 3" + range),
        arguments(
            0x803, dimensions(3, 2, MIN), ", offset 12: -2147483648 cannot be dimension 3" + range),
        arguments(
            0x803, dimensions(MAX, 2, 2), ", offset 4: 2147483647 are more than fit in memory"),
        arguments(
            0x803, dimensions(3, MAX, 2), ", offset 8: 3 × 2147483647 are more than fit in memory"),
        // 2³⁰ · 2 · 2 = 2³², which is 0 in 32 bits.
        arguments(
            0x803,
            dimensions(1 << 30, 2, 2),
            ", offset 8: 1073741824 × 2 are more than fit in memory"),
        // 2²¹ · 2²¹ · 2²² = 2⁶⁴, which is 0 in 64 bits.
        arguments(
            0x803,
            dimensions(1 << 21, 1 << 21, 1 << 22),
            ", offset 8: 2097152 × 2097152 are more than fit in memory"),
        arguments(
            0x803,
            dimensions(3, 1 << 16, 1 << 16),
            ", offset 12: 3 × 65536 × 65536 are more than fit in memory"),
        arguments(
            0x803,
            dimensions(MAX - 8, 1, 1),
            ", offset 28: the file ends here, but its header promises 2147483639 × 1 × 1 unsigned bytes, up"
                + " to offset 2147483655"),
        arguments(
            0x803,
            dimensions(4, 2, 2),
            ", offset 28: the file ends here, but its header promises 4 × 2 × 2 unsigned bytes, up to offset"
                + " 32"),
        arguments(
            0x803,
            dimensions(2, 2, 2),
            ", offset 24: the file goes on after the 2 × 2 × 2 unsigned bytes that its header promises"));
  }

  static Stream<Arguments> wrongLabelHeaders() {
    String wanted = ", but labels are whole numbers in 1 dimension; ";
    return Stream.of(
        arguments(
            0x803,
            dimensions(3, 2, 2),
            ": unsigned bytes in 3 dimensions (3 × 2 × 2)"
                + wanted
                + "these look like images, which Idx.images reads"),
        // As QMNIST has them: the label and seven numbers about who wrote it.
        arguments(
            0xc02,
            dimensions(1, 3),
            ": 32-bit whole numbers in 2 dimensions (1 × 3)"
                + wanted
                + "DataFile.read reads this file as a table, whose first column may hold the labels"),
        arguments(
            0x801,
            dimensions(-12),
            ", offset 4: -12 cannot be dimension 1; it is at least 1 and at most 2147483647"),
        arguments(
            0x801,
            dimensions(13),
            ", offset 20: the file ends here, but its header promises 13 unsigned bytes, up to"
                + " offset 21"),
        arguments(
            0x801,
            dimensions(11),
            ", offset 19: the file goes on after the 11 unsigned bytes that its header promises"));
  }

  @ParameterizedTest
  @MethodSource("wrongImageHeaders")
  void wrongImageHeaderIsRefused(int magic, int[] dimensions, String message) {
    assertEquals("digits" + message, fault(magic, dimensions, Idx::images));
  }

  @ParameterizedTest
  @MethodSource("wrongLabelHeaders")
  void wrongLabelHeaderIsRefused(int magic, int[] dimensions, String message) {
    assertEquals("digits" + message, fault(magic, dimensions, Idx::labels));
  }

  private static String fault(int magic, int[] dimensions, Function<NumberArray, ?> use) {
    byte[] content = IdxFiles.idx(magic, dimensions, new byte[12]);
    return assertThrows(
            DataException.class, () -> use.apply(IdxReader.read(Source.of("digits", content))))
        .getMessage();
  }

  private static int[] dimensions(int... dimensions) {
    return dimensions;
  }
}
