package dev.nn.testkit.check;

import dev.nn.api.Composite;
import dev.nn.api.Shape;
import dev.nn.api.ShapeException;
import dev.nn.core.Model;
import dev.nn.core.Network;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.testkit.bench.InputShapes;
import dev.nn.testkit.measure.Fail;
import dev.nn.testkit.measure.Skip;
import java.util.Optional;

/**
 * What can be said of a layer that is made of others. It has no passes of its own; those that
 * compute are the layers within it, which have the rules of their own, and the engine. So rule N1
 * builds a network of it, and the other rules for what a layer computes are skipped.
 */
public final class CompositeChecks {
  private static final String NUMBER = "N1";

  private CompositeChecks() {}

  /** Returns an input shape that the layer takes, among vectors and small images that are tried. */
  public static Optional<Shape> inputShape(Composite layer, PluginRegistry registry) {
    return InputShapes.taken(shape -> isTaken(layer, shape, registry));
  }

  private static boolean isTaken(Composite layer, Shape shape, PluginRegistry registry) {
    try {
      Network unused = Network.of(registry, shape, layer);
      return true;
    } catch (ShapeException e) {
      return false;
    }
  }

  /**
   * Runs the rule of a number: N1 builds the network twice and compares its output and its
   * parameters, and any other is skipped.
   */
  public static void check(
      String rule, Composite layer, Optional<Shape> shape, PluginRegistry registry) {
    Skip.unless(
        rule.equals(NUMBER),
        rule + ": it computes through the layers within it, which have this rule of their own");
    Shape input = InputShapes.known(shape, rule);
    Network one = Network.of(registry, input, layer);
    Network other = Network.of(registry, input, layer);
    Fail.unlessEqual(one.outputShape(), other.outputShape(), "N1: the output shape, twice");
    Fail.unlessEqual(
        Model.initial(one, 1).parameterNames(),
        Model.initial(other, 1).parameterNames(),
        "N1: the parameters, twice");
  }
}
