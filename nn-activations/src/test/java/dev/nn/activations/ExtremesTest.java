package dev.nn.activations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.Activation;
import dev.nn.api.ElementwiseActivation;
import dev.nn.math.Matrix;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExtremesTest {
  static List<ElementwiseActivation> elementwise() {
    return Examples.elementwise();
  }

  static List<Activation> rowwise() {
    return Examples.rowwise();
  }

  @ParameterizedTest
  @MethodSource("elementwise")
  void hugeInputsGiveFiniteValuesAndDerivatives(ElementwiseActivation activation) {
    for (float z : new float[] {1e4f, 1e9f, 1e19f, 1e30f, 3e38f}) {
      if (!(activation instanceof Exponential)) {
        assertFinite(activation, z);
      }
      assertFinite(activation, -z);
    }
  }

  private static void assertFinite(ElementwiseActivation activation, float z) {
    float a = activation.value(z);
    assertTrue(Float.isFinite(a), () -> activation + "(" + z + ") = " + a);
    float slope = activation.derivative(z, a);
    assertTrue(Float.isFinite(slope), () -> activation + "′(" + z + ") = " + slope);
  }

  @ParameterizedTest
  @MethodSource("elementwise")
  void notANumberStaysSo(ElementwiseActivation activation) {
    assertTrue(Float.isNaN(activation.value(Float.NaN)), activation.toString());
  }

  @ParameterizedTest
  @MethodSource("rowwise")
  void hugeRowsGiveFiniteValuesAndGradients(Activation activation) {
    for (float huge : new float[] {1e4f, 1e9f, 1e38f}) {
      Matrix z = Matrix.rowOf(huge, -huge, 0, 1, huge);
      Matrix a = Matrix.zeros(1, 5);
      Matrix dz = Matrix.zeros(1, 5);
      activation.forward(z, a);
      activation.backward(z, a, Matrix.rowOf(1, 2, 3, 4, 5), dz);
      for (int j = 0; j < 5; j++) {
        assertTrue(Float.isFinite(a.get(0, j)), activation + " of " + huge);
        assertTrue(Float.isFinite(dz.get(0, j)), activation + " of " + huge);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("rowwise")
  void notANumberInARowIsNotHidden(Activation activation) {
    Matrix a = Matrix.zeros(1, 3);
    activation.forward(Matrix.rowOf(1, Float.NaN, 2), a);
    assertTrue(Float.isNaN(a.get(0, 1)), activation.toString());
  }

  @Test
  void rectifierOfMinusInfinityIsZero() {
    assertEquals(0, new Relu().value(Float.NEGATIVE_INFINITY));
    assertEquals(0, new Relu(0, Optional.empty(), 1).value(Float.NEGATIVE_INFINITY));
  }

  @Test
  void derivativesAtKinksAreTheConventionsOfTheDocumentation() {
    assertEquals(0, slope(new Relu(), 0));
    assertEquals(0.5f, slope(new Relu(0.5, Optional.of(5.0), 1), 1));
    assertEquals(0, slope(new Relu(0.5, Optional.of(5.0), 1), 5));
    assertEquals(0.2f, slope(new LeakyRelu(), 0));
    assertEquals(0.3f, slope(new Elu(0.3), 0));
    assertEquals(1.7580993f, slope(new Selu(), 0));
    assertEquals(0, slope(new Relu6(), 0));
    assertEquals(0, slope(new Relu6(), 6));
    assertEquals(0, slope(new HardSigmoid(), -3));
    assertEquals(0, slope(new HardSigmoid(), 3));
    assertEquals(0, slope(new HardSilu(), -3));
    assertEquals(1, slope(new HardSilu(), 3));
    assertEquals(0, slope(new HardTanh(), -1));
    assertEquals(0, slope(new HardTanh(), 1));
    assertEquals(0, slope(new SoftShrink(), 0.5f));
    assertEquals(0, slope(new HardShrink(), -0.5f));
    assertEquals(0, slope(new Threshold(), 0));
    assertEquals(0, slope(new SparseSigmoid(), -1));
    assertEquals(0, slope(new SparseSigmoid(), 1));
  }

  @Test
  void valuesAtJumpsAreThoseOfTheDocumentation() {
    assertEquals(0, new Relu(0, Optional.empty(), 1.5).value(1.5f));
    assertEquals(0, new Relu(0.25, Optional.of(4.0), 1.5).value(1.5f));
    assertEquals(0, new HardShrink().value(0.5f));
    assertEquals(0, new HardShrink().value(-0.5f));
    assertEquals(-2, new Threshold(0.75, -2).value(0.75f));
  }

  private static float slope(ElementwiseActivation activation, float z) {
    return activation.derivative(z, activation.value(z));
  }

  @Test
  void sparsemaxOfEqualElementsSharesOutOne() {
    Matrix a = Matrix.zeros(1, 4);
    new Sparsemax().forward(Matrix.rowOf(7, 7, 7, 7), a);
    for (int j = 0; j < 4; j++) {
      assertEquals(0.25f, a.get(0, j));
    }
  }
}
