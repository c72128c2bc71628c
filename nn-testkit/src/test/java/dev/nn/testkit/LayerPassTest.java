package dev.nn.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.BackwardPass;
import dev.nn.api.ColumnPass;
import dev.nn.api.ForwardPass;
import dev.nn.api.GradientPass;
import dev.nn.api.Layer;
import dev.nn.api.Needs;
import dev.nn.api.Shape;
import dev.nn.testkit.check.LayerChecks;
import dev.nn.testkit.check.LayerGradientChecks;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/**
 * The kit's passes refuse what the engine's refuse, so that its rules fail where training would.
 */
class LayerPassTest {
  private static final Shape SIX = Shape.of(6);

  private static final class ReadsItsKernelLate extends GoodLayer {
    @Override
    public void parameterGradient(GradientPass pass) {
      pass.parameter(0);
      super.parameterGradient(pass);
    }
  }

  private static final class TransposesFirst extends GoodLayer {
    @Override
    public void backward(BackwardPass pass) {
      pass.transposed(0);
      super.backward(pass);
    }
  }

  private static final class DoesNotDeclareTheTranspose extends GoodLayer {
    @Override
    public Needs needs(Shape input) {
      return Needs.NONE;
    }
  }

  private static final class AlwaysDraws extends GoodLayer {
    @Override
    public Needs needs(Shape input) {
      return super.needs(input).withSaved(3);
    }

    @Override
    public void forward(ForwardPass pass) {
      pass.normal(0, pass.saved(0));
      super.forward(pass);
    }
  }

  private static final class LooksAhead extends GoodLayer {
    @Override
    public boolean couplesRows() {
      return true;
    }

    @Override
    public void forwardColumns(ColumnPass pass) {
      pass.outputGradient();
    }
  }

  private static String refusal(BiConsumer<Layer, Shape> rule, Layer layer) {
    return assertThrows(IllegalStateException.class, () -> rule.accept(layer, SIX)).getMessage();
  }

  private static String failure(BiConsumer<Layer, Shape> rule, Layer layer) {
    return assertThrows(AssertionError.class, () -> rule.accept(layer, SIX)).getMessage();
  }

  @Test
  void aParameterIsNotThereForItsGradient() {
    String message = refusal(LayerGradientChecks::parameterGradients, new ReadsItsKernelLate());
    assertTrue(message.startsWith("parameters may already be updated here"), message);
  }

  @Test
  void aTransposeIsNotThereWhereNoInputGradientIsWanted() {
    assertEquals(
        "there is no transpose of parameter 0: no input gradient is wanted",
        refusal(LayerChecks::backwardWritesItsResultOnly, new TransposesFirst()));
  }

  @Test
  void aTransposeIsNotThereUndeclared() {
    assertEquals(
        "no transpose of parameter 0 was declared",
        refusal(LayerGradientChecks::inputGradient, new DoesNotDeclareTheTranspose()));
  }

  @Test
  void aPredictionDrawsNothing() {
    assertEquals(
        "N8: forward asks for what a prediction has not: a prediction draws no random numbers",
        failure(LayerChecks::predictionsAreNotRandom, new AlwaysDraws()));
  }

  @Test
  void thereIsNoGradientOnTheWayForward() {
    assertEquals(
        "the forward pass has no output gradient",
        refusal(LayerChecks::forwardWritesItsResultOnly, new LooksAhead()));
  }

  @Test
  void whatTheEngineStillReadsIsNotWrittenOnTheWayBack() {
    BiConsumer<Layer, Shape> rule = LayerChecks::backwardWritesItsResultOnly;
    String output = failure(rule, new BrokenLayers.UsesUpItsOutput());
    assertTrue(output.startsWith("N3: the output is an input and was changed"), output);
    String transpose = failure(rule, new BrokenLayers.UsesUpItsTranspose());
    assertTrue(transpose.startsWith("N3: backward, the transpose of parameter 0"), transpose);
  }
}
