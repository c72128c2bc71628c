package dev.nn.tests.lecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.Shape;
import dev.nn.core.Model;
import dev.nn.core.Network;
import org.junit.jupiter.api.Test;

/** Statements 17 and 18: random first weights. */
class InitializationTest {
  private static final int INPUTS = 300;
  private static final int UNITS = 200;

  @Test
  void statement17XavierIsNormalWithVarianceTwoOverTheSumOfTheWidths() {
    float[] w = weights("xavier_normal");
    double variance = 2.0 / (INPUTS + UNITS);
    double sigma = Math.sqrt(variance);
    assertEquals(0, mean(w), 4 * sigma / Math.sqrt(w.length));
    // The variance of a sample variance of normal deviates is 2σ⁴/n.
    assertEquals(variance, meanPower(w, 2), 4 * variance * Math.sqrt(2.0 / w.length));
    // Of normal deviates 4.55 % lie beyond two standard deviations, and none are cut off.
    assertEquals(0.0455, shareBeyond(w, 2 * sigma), 0.004);
    assertTrue(shareBeyond(w, 3 * sigma) > 0.0015);
  }

  @Test
  void statement18OrUniformBetweenMinusAndPlusATenth() {
    float[] w = weights("uniform");
    double variance = 0.2 * 0.2 / 12;
    assertEquals(0, mean(w), 4 * Math.sqrt(variance / w.length));
    assertEquals(variance, meanPower(w, 2), 0.02 * variance);
    assertEquals(0, shareBeyond(w, 0.1));
    assertEquals(0.5, shareBeyond(w, 0.05), 0.01);
    assertTrue(shareBeyond(w, 0.0999) > 0);
  }

  private static float[] weights(String initializer) {
    return Model.initial(
            Network.of(Shape.of(INPUTS), "dense(units=200, initializer=" + initializer + ")"), 11)
        .parameter("0.dense.kernel");
  }

  private static double mean(float[] w) {
    return meanPower(w, 1);
  }

  private static double meanPower(float[] w, int power) {
    double sum = 0;
    for (float x : w) {
      sum += power == 1 ? x : (double) x * x;
    }
    return sum / w.length;
  }

  private static double shareBeyond(float[] w, double bound) {
    int beyond = 0;
    for (float x : w) {
      if (Math.abs(x) > (float) bound) {
        beyond++;
      }
    }
    return (double) beyond / w.length;
  }
}
