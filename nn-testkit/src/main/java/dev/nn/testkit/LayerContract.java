package dev.nn.testkit;

import dev.nn.api.Composite;
import dev.nn.api.Layer;
import dev.nn.api.Shape;
import dev.nn.testkit.bench.InputShapes;
import dev.nn.testkit.bench.LayerFeatures;
import dev.nn.testkit.check.CompositeChecks;
import dev.nn.testkit.check.LayerChecks;
import dev.nn.testkit.check.LayerDropChecks;
import dev.nn.testkit.check.LayerGradientChecks;
import dev.nn.testkit.check.LayerRangeChecks;
import dev.nn.testkit.check.OptionChecks;
import dev.nn.testkit.check.Rule;
import dev.nn.testkit.check.StateChecks;
import java.util.List;
import java.util.Optional;
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
   * Returns the shape of the inputs that the layer is tested with. By default the kit tries vectors
   * of up to 64 elements and small square images until the layer takes one. Override this method
   * for a layer that takes none of them; otherwise rule N1 fails, and the other rules for what it
   * computes are skipped.
   */
  default Shape inputShape() {
    Layer layer = registry().resolve(plugin());
    Optional<Shape> taken =
        layer instanceof Composite composite
            ? CompositeChecks.inputShape(composite, registry())
            : InputShapes.taken(layer);
    return taken.orElse(InputShapes.DEFAULT);
  }

  /**
   * Returns the rows of inputs that the layer is tested with: at least two, each of as many numbers
   * as {@link #inputShape} has elements. By default there are none, and the kit looks for some that
   * {@code checkFeatures} accepts, as {@link LayerChecks} describes. Override this method for a
   * layer that accepts none of those; otherwise rule N1 fails, and the other rules that need inputs
   * are skipped.
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

  /** Checks rule N1, which {@link LayerChecks#describesItself} explains. */
  @Test
  default void n1DescribesItself() {
    check("N1", LayerChecks::describesItself);
  }

  /** Checks rule N2, which {@link LayerChecks#forwardWritesItsResultOnly} explains. */
  @Test
  default void n2ForwardWritesItsResultOnly() {
    check("N2", LayerChecks::forwardWritesItsResultOnly);
  }

  /** Checks rule N3, which {@link LayerChecks#backwardWritesItsResultOnly} explains. */
  @Test
  default void n3BackwardWritesItsResultOnly() {
    check("N3", LayerChecks::backwardWritesItsResultOnly);
  }

  /** Checks rule N4, which {@link LayerChecks#zeroRows} explains. */
  @Test
  default void n4ZeroRows() {
    check("N4", LayerChecks::zeroRows);
  }

  /** Checks rule N5, which {@link LayerGradientChecks#inputGradient} explains. */
  @Test
  default void n5InputGradient() {
    check("N5", LayerGradientChecks::inputGradient);
  }

  /** Checks rule N6, which {@link LayerGradientChecks#parameterGradients} explains. */
  @Test
  default void n6ParameterGradients() {
    check("N6", LayerGradientChecks::parameterGradients);
  }

  /** Checks rule N7, which {@link LayerChecks#rowsAreIndependent} explains. */
  @Test
  default void n7RowsAreIndependent() {
    check("N7", LayerChecks::rowsAreIndependent);
  }

  /** Checks rule N8, which {@link LayerChecks#predictionsAreNotRandom} explains. */
  @Test
  default void n8PredictionsAreNotRandom() {
    check("N8", LayerChecks::predictionsAreNotRandom);
  }

  /** Checks rule N9, which {@link LayerGradientChecks#tilesDoNotMatter} explains. */
  @Test
  default void n9TilesDoNotMatter() {
    check("N9", LayerGradientChecks::tilesDoNotMatter);
  }

  /** Checks rule N10, which {@link LayerGradientChecks#fusedEqualsComposed} explains. */
  @Test
  default void n10FusedEqualsComposed() {
    check("N10", LayerGradientChecks::fusedEqualsComposed);
  }

  /** Checks rule N11, which {@link LayerChecks#workersDoNotMatter} explains. */
  @Test
  default void n11WorkersDoNotMatter() {
    check("N11", LayerChecks::workersDoNotMatter);
  }

  /** Checks rule N12, which {@link LayerRangeChecks#finiteFarOut} explains. */
  @Test
  default void n12FiniteFarOut() {
    check("N12", LayerRangeChecks::finiteFarOut);
  }

  /** Checks rule N13, which {@link LayerRangeChecks#notANumberPropagates} explains. */
  @Test
  default void n13NotANumberPropagates() {
    check("N13", LayerRangeChecks::notANumberPropagates);
  }

  /** Checks rule N14, which {@link LayerDropChecks#droppingKeepsTheMean} explains. */
  @Test
  default void n14DroppingKeepsTheMean() {
    check("N14", LayerDropChecks::droppingKeepsTheMean);
  }

  /**
   * Runs a check. If the layer takes no shape that is known, N1 fails and the other rules are
   * skipped.
   */
  private void check(String rule, BiConsumer<Layer, Shape> check) {
    Rule.numbered(
        rule,
        () -> {
          Layer layer = registry().resolve(plugin());
          Shape shape = inputShape();
          if (layer instanceof Composite composite) {
            CompositeChecks.check(rule, composite, Optional.of(shape), registry());
            return;
          }
          if (shape.equals(InputShapes.DEFAULT)) {
            InputShapes.taken(layer, rule);
          }
          check.accept(LayerFeatures.given(layer, features()), shape);
        });
  }
}
