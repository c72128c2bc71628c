package dev.nn.testkit;

import dev.nn.api.Layer;
import dev.nn.api.Shape;
import dev.nn.testkit.bench.InputShapes;
import dev.nn.testkit.bench.LayerFeatures;
import dev.nn.testkit.check.LayerChecks;
import dev.nn.testkit.check.LayerDropChecks;
import dev.nn.testkit.check.LayerGradientChecks;
import dev.nn.testkit.check.LayerRangeChecks;
import dev.nn.testkit.check.OptionChecks;
import dev.nn.testkit.check.Rule;
import dev.nn.testkit.check.StateChecks;
import java.util.List;
import java.util.function.BiConsumer;
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
    return InputShapes.taken(registry().resolve(plugin())).orElse(InputShapes.DEFAULT);
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
    check("P6", StateChecks::isDeterministic);
  }

  @Override
  @Test
  default void p7ServesEightThreads() {
    check("P7", StateChecks::servesEightThreads);
  }

  @Override
  @Test
  default void p9EveryOptionHasAnEffect() {
    check("P9", (layer, shape) -> OptionChecks.everyOptionHasAnEffect(layer, shape, registry()));
  }

  /** Rule N1: {@link LayerChecks#describesItself} says what it asks for. */
  @Test
  default void n1DescribesItself() {
    check("N1", LayerChecks::describesItself);
  }

  /** Rule N2: {@link LayerChecks#forwardWritesItsResultOnly} says what it asks for. */
  @Test
  default void n2ForwardWritesItsResultOnly() {
    check("N2", LayerChecks::forwardWritesItsResultOnly);
  }

  /** Rule N3: {@link LayerChecks#backwardWritesItsResultOnly} says what it asks for. */
  @Test
  default void n3BackwardWritesItsResultOnly() {
    check("N3", LayerChecks::backwardWritesItsResultOnly);
  }

  /** Rule N4: {@link LayerChecks#zeroRows} says what it asks for. */
  @Test
  default void n4ZeroRows() {
    check("N4", LayerChecks::zeroRows);
  }

  /** Rule N5: {@link LayerGradientChecks#inputGradient} says what it asks for. */
  @Test
  default void n5InputGradient() {
    check("N5", LayerGradientChecks::inputGradient);
  }

  /** Rule N6: {@link LayerGradientChecks#parameterGradients} says what it asks for. */
  @Test
  default void n6ParameterGradients() {
    check("N6", LayerGradientChecks::parameterGradients);
  }

  /** Rule N7: {@link LayerChecks#rowsAreIndependent} says what it asks for. */
  @Test
  default void n7RowsAreIndependent() {
    check("N7", LayerChecks::rowsAreIndependent);
  }

  /** Rule N8: {@link LayerChecks#predictionsAreNotRandom} says what it asks for. */
  @Test
  default void n8PredictionsAreNotRandom() {
    check("N8", LayerChecks::predictionsAreNotRandom);
  }

  /** Rule N9: {@link LayerGradientChecks#tilesDoNotMatter} says what it asks for. */
  @Test
  default void n9TilesDoNotMatter() {
    check("N9", LayerGradientChecks::tilesDoNotMatter);
  }

  /** Rule N10: {@link LayerGradientChecks#fusedEqualsComposed} says what it asks for. */
  @Test
  default void n10FusedEqualsComposed() {
    check("N10", LayerGradientChecks::fusedEqualsComposed);
  }

  /** Rule N11: {@link LayerChecks#workersDoNotMatter} says what it asks for. */
  @Test
  default void n11WorkersDoNotMatter() {
    check("N11", LayerChecks::workersDoNotMatter);
  }

  /** Rule N12: {@link LayerRangeChecks#finiteFarOut} says what it asks for. */
  @Test
  default void n12FiniteFarOut() {
    check("N12", LayerRangeChecks::finiteFarOut);
  }

  /** Rule N13: {@link LayerRangeChecks#notANumberPropagates} says what it asks for. */
  @Test
  default void n13NotANumberPropagates() {
    check("N13", LayerRangeChecks::notANumberPropagates);
  }

  /** Rule N14: {@link LayerDropChecks#droppingKeepsTheMean} says what it asks for. */
  @Test
  default void n14DroppingKeepsTheMean() {
    check("N14", LayerDropChecks::droppingKeepsTheMean);
  }

  /** Runs a check; if the layer takes no shape that is known N1 fails, and others are skipped. */
  private void check(String rule, BiConsumer<Layer, Shape> check) {
    Rule.numbered(
        rule,
        () -> {
          Layer layer = registry().resolve(plugin());
          Shape shape = inputShape();
          if (shape.equals(InputShapes.DEFAULT)) {
            InputShapes.taken(layer, rule);
          }
          check.accept(LayerFeatures.given(layer, features()), shape);
        });
  }
}
