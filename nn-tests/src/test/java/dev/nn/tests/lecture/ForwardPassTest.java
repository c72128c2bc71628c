package dev.nn.tests.lecture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.Shape;
import dev.nn.core.Model;
import dev.nn.core.Network;
import dev.nn.math.CounterRandom;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Statements 2 to 7: what a network computes. */
class ForwardPassTest {
  private static final double TOLERANCE = 1e-6;

  @Test
  void statement2DepthAndWidthsAreFree() {
    Network network =
        Network.of(Shape.of(3), "dense(units=7), dense(units=1), dense(units=5), dense(units=2)");
    assertEquals(Shape.of(2), network.outputShape());
    assertEquals((3 * 7 + 7) + (7 + 1) + (5 + 5) + (5 * 2 + 2), network.parameterCount());
  }

  @Test
  void statement3TheInputLayerIsNotCounted() {
    Network network = Network.of(Shape.of(4), "dense(units=3)", "dense(units=1)");
    assertEquals(2, network.layers().size());
    assertEquals(2, network.summary().layers().size());
    assertEquals("0.dense.kernel", Model.initial(network, 0).parameterNames().get(0));
  }

  @Test
  void statement4OneNeuronIsAWeightedSumPlusABiasThroughTheActivation() {
    Model neuron =
        Model.of(
            Network.of(Shape.of(3), "dense(units=1, activation=sigmoid)"),
            Map.of(
                "0.dense.kernel", new float[] {0.5f, -1, 2},
                "0.dense.bias", new float[] {0.25f}));
    double z = 0.5 * 1 + -1 * 2 + 2 * 0.5 + 0.25; // −0.25
    assertEquals(
        1 / (1 + StrictMath.exp(-z)), neuron.predict(new float[] {1, 2, 0.5f})[0], TOLERANCE);
  }

  @Test
  void statement5OneLayerIsWTimesAPlusBAndWHasAsManyInputsAsTheLayerBeforeHasNeurons() {
    Network network = Network.of(Shape.of(2), "dense(units=3, activation=tanh)", "dense(units=4)");
    Model model = Model.initial(network, 5);
    assertEquals(Shape.of(2, 3), model.parameterShape("0.dense.kernel"));
    assertEquals(Shape.of(3, 4), model.parameterShape("1.dense.kernel"));

    Model layer =
        Model.of(
            Network.of(Shape.of(2), "dense(units=3, activation=tanh)"),
            Map.of(
                "0.dense.kernel", new float[] {1, 2, 3, -4, 5, -6},
                "0.dense.bias", new float[] {0.1f, 0.2f, 0.3f}));
    // The notes' W is ((1, −4), (2, 5), (3, −6)).
    double[] z = {1 * 0.5 - 4 * 0.25 + 0.1, 2 * 0.5 + 5 * 0.25 + 0.2, 3 * 0.5 - 6 * 0.25 + 0.3};
    float[] a = layer.predict(new float[] {0.5f, 0.25f});
    for (int i = 0; i < 3; i++) {
      assertEquals(StrictMath.tanh(z[i]), a[i], TOLERANCE);
    }
  }

  @Test
  void statement6TheForwardPassTakesEveryLayerInTurn() {
    float[] w1 = {0.2f, -0.4f, 0.6f, 0.8f};
    float[] w2 = {1.5f, -0.5f};
    Model both =
        Model.of(
            Network.of(
                Shape.of(2), "dense(units=2, activation=relu)", "dense(units=1, activation=tanh)"),
            Map.of(
                "0.dense.kernel",
                w1,
                "0.dense.bias",
                new float[] {0.1f, 0},
                "1.dense.kernel",
                w2,
                "1.dense.bias",
                new float[] {-0.3f}));
    Model first =
        Model.of(
            Network.of(Shape.of(2), "dense(units=2, activation=relu)"),
            Map.of("0.dense.kernel", w1, "0.dense.bias", new float[] {0.1f, 0}));
    Model second =
        Model.of(
            Network.of(Shape.of(2), "dense(units=1, activation=tanh)"),
            Map.of("0.dense.kernel", w2, "0.dense.bias", new float[] {-0.3f}));
    float[] x = {0.7f, -1.1f};
    assertArrayEquals(second.predict(first.predict(x)), both.predict(x));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 8})
  void statement7WithTheIdentityAnyDepthCollapsesIntoOneLinearLayer(int depth) {
    assertTrue(distanceFromCollapsed(depth, "identity") < 1e-5);
    assertTrue(distanceFromCollapsed(depth, "tanh") > 1e-2);
  }

  /**
   * The largest difference between a deep network and the one linear layer with the product of its
   * kernels.
   */
  private static double distanceFromCollapsed(int depth, String activation) {
    String layer =
        "dense(units=3, activation=" + activation + ", initializer=uniform(min=-1, max=1))";
    String layers = String.join(", ", Collections.nCopies(depth, layer));
    Model deep = Model.initial(Network.of(Shape.of(3), layers), 7);
    double[][] product = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
    for (int l = 0; l < depth; l++) {
      product = times(product, deep.parameter(l + ".dense.kernel"));
    }
    double largest = 0;
    CounterRandom random = CounterRandom.of(7);
    for (int trial = 0; trial < 20; trial++) {
      float[] x = {random.nextFloat(), random.nextFloat(), random.nextFloat()};
      float[] prediction = deep.predict(x);
      for (int j = 0; j < 3; j++) {
        double linear = x[0] * product[0][j] + x[1] * product[1][j] + x[2] * product[2][j];
        largest = Math.max(largest, Math.abs(linear - prediction[j]));
      }
    }
    return largest;
  }

  private static double[][] times(double[][] left, float[] right) {
    double[][] product = new double[3][3];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        for (int k = 0; k < 3; k++) {
          product[i][j] += left[i][k] * right[3 * k + j];
        }
      }
    }
    return product;
  }
}
