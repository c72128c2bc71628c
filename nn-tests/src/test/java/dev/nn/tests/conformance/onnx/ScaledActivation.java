package dev.nn.tests.conformance.onnx;

import dev.nn.api.Kind;
import dev.nn.api.Shape;
import dev.nn.api.Spec;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.tests.conformance.golden.ActivationCases;
import dev.nn.tests.conformance.vector.Need;
import dev.nn.tests.conformance.vector.Networks;
import dev.nn.tests.conformance.vector.Numbers;
import dev.nn.tests.conformance.vector.Specs;
import dev.nn.tests.conformance.vector.Tensor;
import java.util.List;

/**
 * An activation, scaled and shifted before and behind: outer · g(inner · x + before) + behind. A
 * model does it with a dense layer of one unit on either side.
 */
record ScaledActivation(Spec activation, double inner, double before, double outer, double behind) {

  /** The activation as it is. */
  static ScaledActivation plain(Spec activation) {
    return new ScaledActivation(activation, 1, 0, 1, 0);
  }

  /** The activation as it is, with one option. */
  static ScaledActivation plain(String name, String option, double value) {
    return plain(Specs.of(name, option, value));
  }

  /** max(x, bound), by relu. */
  static ScaledActivation atLeast(double bound) {
    return new ScaledActivation(Spec.of("relu"), 1, -bound, 1, bound);
  }

  /** min(x, bound), by relu. */
  static ScaledActivation atMost(double bound) {
    return new ScaledActivation(Spec.of("relu"), -1, bound, -1, bound);
  }

  Need need(PluginRegistry registry) {
    return Need.plugin(registry, Kind.ACTIVATION, activation.name());
  }

  /** Of each element; they may stand in rows. */
  float[][] apply(PluginRegistry registry, float[][] rows) {
    if (equals(plain(activation))) {
      return new ActivationCases(registry).apply(activation, rows);
    }
    List<String> layers =
        List.of(
            "dense(units=1)", Networks.activationLayer(activation).toString(), "dense(units=1)");
    float[] elements = Numbers.joined(rows);
    float[][] y =
        Networks.model(
                registry,
                Shape.of(1),
                layers,
                Networks.filled(1, inner),
                Networks.filled(1, before),
                Networks.filled(1, outer),
                Networks.filled(1, behind))
            .predict(Tensor.of(elements, elements.length).rows(elements.length));
    return Tensor.of(Numbers.joined(y), elements.length).rows(rows.length);
  }
}
