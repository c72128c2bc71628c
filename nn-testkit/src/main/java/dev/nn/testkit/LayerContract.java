package dev.nn.testkit;

import dev.nn.api.Layer;
import dev.nn.api.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The rules for layers; {@link LayerChecks}, {@link LayerGradientChecks}, {@link LayerRangeChecks}
 * and {@link LayerDropChecks} say what each rule means. A test of a layer implements this
 * interface:
 *
 * <pre>{@code
 * class MyLayerTest implements LayerContract {
 *   @Override
 *   public Layer plugin() {
 *     return new MyLayer();
 *   }
 * }
 * }</pre>
 */
public interface LayerContract extends PluginContract<Layer> {

  /**
   * The shape of the input that the layer is tested with: one that it takes. Override it for a
   * layer that takes none of those that are tried, vectors of up to 64 elements and small square
   * images; else rule N1 fails and the others for what it computes are skipped.
   */
  default Shape inputShape() {
    return InputShapes.takenOrDefault(registry().resolve(plugin()));
  }

  /**
   * Rows of inputs that the layer is tested with: at least two, each of as many numbers as {@link
   * #inputShape} has elements. If there are none the kit looks for some that {@code checkFeatures}
   * accepts, as {@link LayerChecks} describes. Override it for a layer that accepts none of those;
   * else rule N1 fails and the others that need inputs are skipped.
   */
  default List<float[]> features() {
    return List.of();
  }

  @Override
  @Test
  default void p6IsDeterministic() {
    InputShapes.check("P6", this, StateChecks::isDeterministic);
  }

  @Override
  @Test
  default void p7ServesEightThreads() {
    InputShapes.check("P7", this, StateChecks::servesEightThreads);
  }

  @Override
  @Test
  default void p9EveryOptionHasAnEffect() {
    InputShapes.check(
        "P9",
        this,
        (layer, shape) -> OptionChecks.everyOptionHasAnEffect(layer, shape, registry()));
  }

  /** Rule N1. */
  @Test
  default void n1DescribesItself() {
    InputShapes.check("N1", this, LayerChecks::describesItself);
  }

  /** Rule N2. */
  @Test
  default void n2ForwardWritesItsResultOnly() {
    InputShapes.check("N2", this, LayerChecks::forwardWritesItsResultOnly);
  }

  /** Rule N3. */
  @Test
  default void n3BackwardWritesItsResultOnly() {
    InputShapes.check("N3", this, LayerChecks::backwardWritesItsResultOnly);
  }

  /** Rule N4. */
  @Test
  default void n4ZeroRows() {
    InputShapes.check("N4", this, LayerChecks::zeroRows);
  }

  /** Rule N5. */
  @Test
  default void n5InputGradient() {
    InputShapes.check("N5", this, LayerGradientChecks::inputGradient);
  }

  /** Rule N6. */
  @Test
  default void n6ParameterGradients() {
    InputShapes.check("N6", this, LayerGradientChecks::parameterGradients);
  }

  /** Rule N7. */
  @Test
  default void n7RowsAreIndependent() {
    InputShapes.check("N7", this, LayerChecks::rowsAreIndependent);
  }

  /** Rule N8. */
  @Test
  default void n8PredictionsAreNotRandom() {
    InputShapes.check("N8", this, LayerChecks::predictionsAreNotRandom);
  }

  /** Rule N9. */
  @Test
  default void n9TilesDoNotMatter() {
    InputShapes.check("N9", this, LayerGradientChecks::tilesDoNotMatter);
  }

  /** Rule N10. */
  @Test
  default void n10FusedEqualsComposed() {
    InputShapes.check("N10", this, LayerGradientChecks::fusedEqualsComposed);
  }

  /** Rule N11. */
  @Test
  default void n11WorkersDoNotMatter() {
    InputShapes.check("N11", this, LayerChecks::workersDoNotMatter);
  }

  /** Rule N12. */
  @Test
  default void n12FiniteFarOut() {
    InputShapes.check("N12", this, LayerRangeChecks::finiteFarOut);
  }

  /** Rule N13. */
  @Test
  default void n13NotANumberPropagates() {
    InputShapes.check("N13", this, LayerRangeChecks::notANumberPropagates);
  }

  /** Rule N14. */
  @Test
  default void n14DroppingKeepsTheMean() {
    InputShapes.check("N14", this, LayerDropChecks::droppingKeepsTheMean);
  }
}
