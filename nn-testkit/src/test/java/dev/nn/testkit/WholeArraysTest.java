package dev.nn.testkit;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.BackwardPass;
import dev.nn.api.ParameterTile;
import dev.nn.api.Shape;
import dev.nn.math.Matrix;
import dev.nn.testkit.check.ActivationMatrixChecks;
import dev.nn.testkit.check.LayerChecks;
import dev.nn.testkit.check.OptimizerChecks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Loops over whole arrays instead of what a matrix or a tile has of them are found. */
class WholeArraysTest {

  private static void twice(Matrix from, Matrix to) {
    for (int i = 0; i < Math.min(from.data().length, to.data().length); i++) {
      to.data()[i] = 2 * from.data()[i];
    }
  }

  private static final class WholeForward extends GoodActivation {
    @Override
    public void forward(Matrix z, Matrix a) {
      twice(z, a);
    }
  }

  private static final class WholeBackward extends GoodActivation {
    @Override
    public void backward(Matrix z, Matrix a, Matrix da, Matrix dz) {
      twice(da, dz);
    }
  }

  private static final class WholeLayer extends GoodLayer {
    @Override
    public void backward(BackwardPass pass) {
      super.backward(pass);
      twice(pass.outputGradient(), pass.inputGradient());
    }
  }

  private static final class WholeWeights extends BrokenOptimizers.Good {
    @Override
    public void update(ParameterTile tile) {
      for (int i = 0; i < tile.weights().length; i++) {
        tile.weights()[i] -= (float) tile.learningRate() * tile.gradients()[i];
      }
    }
  }

  private static void fails(String start, Executable check) {
    String message = assertThrows(AssertionError.class, check).getMessage();
    assertTrue(message.startsWith(start) && message.contains("was written outside"), message);
  }

  @Test
  void anActivationsOwn() {
    fails(
        "A1: a of forward",
        () -> ActivationMatrixChecks.forwardWritesItsResultOnly(new WholeForward()));
    fails(
        "A2: dz of backward",
        () -> ActivationMatrixChecks.backwardWritesItsResultOnly(new WholeBackward()));
  }

  @Test
  void aLayersOwn() {
    fails("N3: ", () -> LayerChecks.backwardWritesItsResultOnly(new WholeLayer(), Shape.of(5)));
  }

  @Test
  void anOptimizersOwn() {
    fails("O3: weights", () -> OptimizerChecks.keepsToItsRange(new WholeWeights()));
  }
}
