package dev.nn.math.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.math.Compression;
import dev.nn.math.CounterRandom;
import dev.nn.math.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CompressionTest {
  /** Rounded by hand: ties go to the even neighbour. */
  @ParameterizedTest
  @CsvSource({
    "0x3f800000, 0x3f80",
    "0x3f807fff, 0x3f80",
    "0x3f808000, 0x3f80",
    "0x3f808001, 0x3f81",
    "0x3f818000, 0x3f82",
    "0xbf818000, 0xbf82",
    "0x00000000, 0x0000",
    "0x80000000, 0x8000",
    "0x00008001, 0x0001",
    "0x7f7f0000, 0x7f7f",
    "0x7f7fffff, 0x7f7f",
    "0xff7fffff, 0xff7f"
  })
  void halvesAreTheNearestUpperBits(String weight, String code) {
    float from = Float.intBitsToFloat(Integer.parseUnsignedInt(weight.substring(2), 16));
    int found = Compression.BFLOAT16.encode(from, 1) & 0xffff;
    assertEquals(code.substring(2), "%04x".formatted(found));
    assertEquals(
        found << 16,
        Float.floatToRawIntBits(Compression.BFLOAT16.decode(found, 1)),
        "the code is the upper half");
  }

  @Test
  void bytesCountStepsOfTheColumn() {
    Matrix weights = Matrix.copyOf(new float[][] {{-254, 0, 1e-30f}, {3, 0, 2e-30f}, {5, 0, 0}});
    Compression form = Compression.INT8;
    assertEquals(2, form.scale(weights, 0));
    assertEquals(0, form.scale(weights, 1));
    assertEquals(-127, form.encode(-254, 2));
    assertEquals(2, form.encode(3, 2), "1.5 steps are a tie");
    assertEquals(2, form.encode(5, 2), "2.5 steps are a tie");
    assertEquals(0, form.encode(0, 0));
    assertEquals(127, form.encode(Float.MAX_VALUE, 1e-38f));
    assertEquals(0, form.decode(0, 0));
  }

  /** So a model that is read and written again has the same codes. */
  @ParameterizedTest
  @EnumSource(Compression.class)
  void everyCodeIsThatOfItsNumber(Compression form) {
    for (float scale : new float[] {1, 0.013f, 3e-9f, Float.MIN_VALUE, 1e-44f, 2.6e36f}) {
      int most = form == Compression.INT8 ? 127 : 0x7f7f;
      for (int code = 0; code <= most; code++) {
        assertEquals(code, form.encode(form.decode(code, scale), scale), "scale " + scale);
        float negative = -form.decode(code, scale);
        // There is no code for −0 steps.
        assertTrue(negative == form.decode(form.encode(negative, scale), scale));
      }
    }
  }

  @Test
  void errorsStayWithinWhatIsPromised() {
    Matrix weights = Matrix.zeros(1000, 2);
    CounterRandom.normal(CounterRandom.key(1), weights, 0);
    float step = Compression.INT8.scale(weights, 0);
    for (int i = 0; i < 1000; i++) {
      float w = weights.get(i, 0);
      float half = Compression.BFLOAT16.decode(Compression.BFLOAT16.encode(w, 1), 1);
      assertTrue(Math.abs(half - w) <= Math.abs(w) / 256);
      float coarse = Compression.INT8.decode(Compression.INT8.encode(w, step), step);
      assertTrue(Math.abs(coarse - w) <= step * 0.5001f);
    }
  }

  @ParameterizedTest
  @EnumSource(Compression.class)
  void aMatrixHoldsTheNumbersOfItsCodes(Compression form) {
    for (int columns : new int[] {1, 31, 128, 129, 300}) {
      Matrix weights = Matrix.zeros(7, columns);
      CounterRandom.normal(CounterRandom.key(2), weights, 0);
      float[] scales = new float[columns];
      float[][] expected = new float[7][columns];
      for (int j = 0; j < columns; j++) {
        scales[j] = form.scale(weights, j);
        for (int i = 0; i < 7; i++) {
          expected[i][j] = form.decode(form.encode(weights.get(i, j), scales[j]), scales[j]);
        }
      }
      CompressedMatrix compressed = CompressedMatrix.of(weights, form, scales);
      float[][] found = new float[7][columns];
      for (int i = 0; i < 7; i++) {
        for (int j = 0; j < columns; j++) {
          found[i][j] = compressed.get(i, j);
        }
      }
      assertArrayEquals(expected, found);
      assertEquals((columns + 127) / 128 * 7 * 128 * form.bits() / 32, compressed.codes().length);
    }
  }

  @Test
  void eachColumnHasAScale() {
    assertThrows(
        IllegalArgumentException.class,
        () -> CompressedMatrix.of(Matrix.zeros(2, 3), Compression.INT8, new float[2]));
  }
}
