package dev.nn.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.nn.api.DataException;
import java.io.ByteArrayInputStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class IdxHeaderTest {
  private static final int MAX = Integer.MAX_VALUE;
  private static final int MIN = Integer.MIN_VALUE;

  static Stream<Arguments> wrongImageHeaders() {
    String magic = "offset 0: an IDX file of pixels starts with 0x00000803, this one with ";
    String range = "; it is at least 1 and at most 2147483647";
    return Stream.of(
        arguments(0, dimensions(3, 2, 2), magic + "0x00000000"),
        arguments(-1, dimensions(3, 2, 2), magic + "0xffffffff"),
        arguments(0x801, dimensions(12), magic + "0x00000801, which stands for labels"),
        arguments(0x802, dimensions(3, 4), magic + "0x00000802"),
        arguments(0x804, dimensions(3, 2, 2, 1), magic + "0x00000804"),
        arguments(0x903, dimensions(3, 2, 2), magic + "0x00000903"),
        arguments(0xd03, dimensions(3, 2, 2), magic + "0x00000d03"),
        arguments(0x10803, dimensions(3, 2, 2), magic + "0x00010803"),
        arguments(0x03080000, dimensions(3, 2, 2), magic + "0x03080000"),
        arguments(0x89504e47, dimensions(3, 2, 2), magic + "0x89504e47"),
        arguments(0x803, dimensions(0, 2, 2), "offset 4: 0 cannot be the number of images" + range),
        arguments(
            0x803, dimensions(-1, 2, 2), "offset 4: -1 cannot be the number of images" + range),
        arguments(
            0x803,
            dimensions(MIN, 2, 2),
            "offset 4: -2147483648 cannot be the number of images" + range),
        arguments(
            0x803, dimensions(3, 0, 2), "offset 8: 0 cannot be the height of an image" + range),
        arguments(
            0x803, dimensions(3, -4, 2), "offset 8: -4 cannot be the height of an image" + range),
        arguments(
            0x803, dimensions(3, 2, 0), "offset 12: 0 cannot be the width of an image" + range),
        arguments(
            0x803,
            dimensions(3, 2, MIN),
            "offset 12: -2147483648 cannot be the width of an image" + range),
        arguments(0x803, dimensions(MAX, 2, 2), "offset 4: 2147483647 are more than fit in memory"),
        arguments(
            0x803, dimensions(3, MAX, 2), "offset 8: 3 × 2147483647 are more than fit in memory"),
        // 2³⁰ · 2 · 2 = 2³², which is 0 in 32 bits.
        arguments(
            0x803,
            dimensions(1 << 30, 2, 2),
            "offset 8: 1073741824 × 2 are more than fit in memory"),
        // 2²¹ · 2²¹ · 2²² = 2⁶⁴, which is 0 in 64 bits.
        arguments(
            0x803,
            dimensions(1 << 21, 1 << 21, 1 << 22),
            "offset 8: 2097152 × 2097152 are more than fit in memory"),
        arguments(
            0x803,
            dimensions(3, 1 << 16, 1 << 16),
            "offset 12: 3 × 65536 × 65536 are more than fit in memory"),
        arguments(
            0x803,
            dimensions(MAX - 8, 1, 1),
            "offset 28: the file ends here, but its header promises 2147483639 × 1 × 1 pixels, up"
                + " to offset 2147483655"),
        arguments(
            0x803,
            dimensions(4, 2, 2),
            "offset 28: the file ends here, but its header promises 4 × 2 × 2 pixels, up to offset"
                + " 32"),
        arguments(
            0x803,
            dimensions(2, 2, 2),
            "offset 24: the file goes on after the 2 × 2 × 2 pixels that its header promises"));
  }

  static Stream<Arguments> wrongLabelHeaders() {
    String magic = "offset 0: an IDX file of labels starts with 0x00000801, this one with ";
    return Stream.of(
        arguments(0x803, dimensions(3, 2, 2), magic + "0x00000803, which stands for pixels"),
        arguments(0x901, dimensions(12), magic + "0x00000901"),
        arguments(
            0x801,
            dimensions(-12),
            "offset 4: -12 cannot be the number of labels; it is at least 1 and at most"
                + " 2147483647"),
        arguments(
            0x801,
            dimensions(13),
            "offset 20: the file ends here, but its header promises 13 labels, up to offset 21"),
        arguments(
            0x801,
            dimensions(11),
            "offset 19: the file goes on after the 11 labels that its header promises"));
  }

  @ParameterizedTest
  @MethodSource("wrongImageHeaders")
  void wrongImageHeaderIsRefused(int magic, int[] dimensions, String message) {
    assertEquals("digits, " + message, fault(magic, dimensions, IdxArray.Kind.IMAGES));
  }

  @ParameterizedTest
  @MethodSource("wrongLabelHeaders")
  void wrongLabelHeaderIsRefused(int magic, int[] dimensions, String message) {
    assertEquals("digits, " + message, fault(magic, dimensions, IdxArray.Kind.LABELS));
  }

  private static String fault(int magic, int[] dimensions, IdxArray.Kind kind) {
    byte[] content = IdxFiles.idx(magic, dimensions, new byte[12]);
    return assertThrows(
            DataException.class,
            () -> IdxArray.read(new ByteArrayInputStream(content), "digits", kind))
        .getMessage();
  }

  private static int[] dimensions(int... dimensions) {
    return dimensions;
  }
}
