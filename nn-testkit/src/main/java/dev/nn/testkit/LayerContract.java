package dev.nn.testkit;

import dev.nn.api.Layer;
import dev.nn.api.Shape;
import org.junit.jupiter.api.Test;

/**
 * The rules for layers; {@link LayerChecks} and {@link LayerGradientChecks} say what each rule
 * means. A test of a layer implements this interface:
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

  /** The shape of the input that the layer is tested with: one that it takes. */
  default Shape inputShape() {
    return LayerChecks.inputShape(registry().resolve(plugin()));
  }

  /** Rule N1. */
  @Test
  default void n1DescribesItself() {
    LayerChecks.describesItself(registry().resolve(plugin()), inputShape());
  }

  /** Rule N2. */
  @Test
  default void n2ForwardWritesItsResultOnly() {
    LayerChecks.forwardWritesItsResultOnly(registry().resolve(plugin()), inputShape());
  }

  /** Rule N3. */
  @Test
  default void n3BackwardWritesItsResultOnly() {
    LayerChecks.backwardWritesItsResultOnly(registry().resolve(plugin()), inputShape());
  }

  /** Rule N4. */
  @Test
  default void n4ZeroRows() {
    LayerChecks.zeroRows(registry().resolve(plugin()), inputShape());
  }

  /** Rule N5. */
  @Test
  default void n5InputGradient() {
    LayerGradientChecks.inputGradient(registry().resolve(plugin()), inputShape());
  }

  /** Rule N6. */
  @Test
  default void n6ParameterGradients() {
    LayerGradientChecks.parameterGradients(registry().resolve(plugin()), inputShape());
  }

  /** Rule N7. */
  @Test
  default void n7RowsAreIndependent() {
    LayerChecks.rowsAreIndependent(registry().resolve(plugin()), inputShape());
  }

  /** Rule N8. */
  @Test
  default void n8PredictionsAreNotRandom() {
    LayerChecks.predictionsAreNotRandom(registry().resolve(plugin()), inputShape());
  }

  /** Rule N9. */
  @Test
  default void n9TilesDoNotMatter() {
    LayerGradientChecks.tilesDoNotMatter(registry().resolve(plugin()), inputShape());
  }

  /** Rule N10. */
  @Test
  default void n10FusedEqualsComposed() {
    LayerGradientChecks.fusedEqualsComposed(registry().resolve(plugin()), inputShape());
  }
}
