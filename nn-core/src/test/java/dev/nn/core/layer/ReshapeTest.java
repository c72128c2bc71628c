package dev.nn.core.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nn.api.OptionType;
import dev.nn.api.Options;
import dev.nn.api.ShapeException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReshapeTest {

  private static Options shape(Long... dimensions) {
    return Options.NONE.withList("shape", OptionType.Scalar.INTEGER, List.of(dimensions));
  }

  @Test
  void dimensionBelowOneIsRefusedWithTheNameOfTheOption() {
    ShapeException refusal = assertThrows(ShapeException.class, () -> new Reshape(List.of(3, 0)));
    assertEquals("shape: dimensions are at least 1, got (3, 0)", refusal.getMessage());
  }

  @Test
  void dimensionThatIsNoIntIsRefusedWithTheNameOfTheOption() {
    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class,
            () -> new Reshape().withOptions(shape(2L, 99_999_999_999L)));
    assertEquals("shape has a dimension out of range: 99999999999", refusal.getMessage());
  }
}
