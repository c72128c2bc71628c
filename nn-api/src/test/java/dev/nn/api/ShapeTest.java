package dev.nn.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShapeTest {

  @Test
  void sizeIsTheProductOfTheDimensions() {
    Shape image = Shape.of(28, 20, 3);
    assertEquals(1680, image.size());
    assertEquals(3, image.rank());
    assertEquals(28, image.dimension(0));
    assertEquals(3, image.last());
    assertEquals("(28, 20, 3)", image.toString());
  }

  @Test
  void dimensionsAreCopied() {
    List<Integer> dimensions = new ArrayList<>(List.of(2));
    Shape shape = new Shape(dimensions);
    dimensions.set(0, 9);
    assertEquals(Shape.of(2), shape);
  }

  @Test
  void emptyZeroNegativeAndHugeShapesAreRefused() {
    assertMessage("a shape has at least one dimension");
    assertMessage("dimensions are at least 1, got (3, 0)", 3, 0);
    assertMessage("dimensions are at least 1, got (-1)", -1);
    assertMessage("too many elements for one array: (65536, 65536)", 65536, 65536);
    int most = Integer.MAX_VALUE;
    assertThrows(ShapeException.class, () -> Shape.of(most, most, most, most, 4));
    assertEquals(most - 8, Shape.of(most - 8).size());
    assertThrows(ShapeException.class, () -> Shape.of(most - 7));
  }

  private static void assertMessage(String message, int... dimensions) {
    assertEquals(
        message, assertThrows(ShapeException.class, () -> Shape.of(dimensions)).getMessage());
  }
}
