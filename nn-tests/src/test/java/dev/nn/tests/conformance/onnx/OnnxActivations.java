package dev.nn.tests.conformance.onnx;

import dev.nn.api.Kind;
import dev.nn.api.Spec;
import dev.nn.api.SpecValue;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.tests.conformance.vector.Need;
import dev.nn.tests.conformance.vector.Numbers;
import dev.nn.tests.conformance.vector.Plan;
import dev.nn.tests.conformance.vector.Specs;
import dev.nn.tests.conformance.vector.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Activations. Where ONNX has a coefficient more than our plugin, scaling makes up for it: ONNX'
 * HardSigmoid is αx + β between 0 and 1, which is our hard_sigmoid of 6αx + 6(β − ½).
 */
final class OnnxActivations {
  /** Operators that are our plugins as they are. */
  private static final Map<String, String> SAME =
      Map.ofEntries(
          Map.entry("Identity", "identity"),
          Map.entry("Relu", "relu"),
          Map.entry("Sigmoid", "sigmoid"),
          Map.entry("Tanh", "tanh"),
          Map.entry("Softplus", "softplus"),
          Map.entry("Softsign", "softsign"),
          Map.entry("Mish", "mish"),
          Map.entry("HardSwish", "hard_silu"),
          Map.entry("Exp", "exponential"));

  private static final Set<String> WITH_COEFFICIENTS =
      Set.of("LeakyRelu", "Elu", "Celu", "Selu", "Gelu", "Swish", "HardSigmoid", "ThresholdedRelu");

  private static final Set<String> OTHERS = Set.of("Shrink", "Clip", "Softmax", "LogSoftmax");

  private final PluginRegistry registry;

  OnnxActivations(PluginRegistry registry) {
    this.registry = registry;
  }

  static boolean knows(String op) {
    return SAME.containsKey(op) || WITH_COEFFICIENTS.contains(op) || OTHERS.contains(op);
  }

  Plan plan(OnnxCase vector) {
    return switch (vector.op()) {
      case "Softmax", "LogSoftmax" -> rowWise(vector, Specs.snakeCase(vector.op()));
      case "Shrink" -> shrink(vector);
      case "Clip" -> inTurn(vector, clip(vector));
      default -> inTurn(vector, List.of(elementwise(vector)));
    };
  }

  private static ScaledActivation elementwise(OnnxCase vector) {
    double alpha = vector.attribute("alpha", Double.NaN);
    return switch (vector.op()) {
      case "LeakyRelu" -> plain("leaky_relu", "negative_slope", alpha, 0.01);
      case "Elu" -> plain("elu", "alpha", alpha, 1);
      case "Celu" -> plain("celu", "alpha", alpha, 1);
      case "Swish" -> plain("silu", "beta", alpha, 1);
      case "ThresholdedRelu" -> plain("threshold", "threshold", alpha, 1);
      case "Gelu" -> gelu(vector);
      case "HardSigmoid" -> hardSigmoid(vector);
      case "Selu" -> selu(vector);
      default -> ScaledActivation.plain(Spec.of(SAME.get(vector.op())));
    };
  }

  private static ScaledActivation plain(
      String name, String option, double given, double otherwise) {
    return ScaledActivation.plain(name, option, Double.isNaN(given) ? otherwise : given);
  }

  private static ScaledActivation gelu(OnnxCase vector) {
    boolean approximate = vector.attribute("approximate", "none").equals("tanh");
    return ScaledActivation.plain(
        Spec.of("gelu").with("approximate", new SpecValue.Flag(approximate)));
  }

  private static ScaledActivation hardSigmoid(OnnxCase vector) {
    double alpha = vector.attribute("alpha", 0.2);
    double beta = vector.attribute("beta", 0.5);
    return new ScaledActivation(Spec.of("hard_sigmoid"), 6 * alpha, 6 * (beta - 0.5), 1, 0);
  }

  /** With coefficients of its own it is γ·elu. */
  private static ScaledActivation selu(OnnxCase vector) {
    if (!vector.attributes().has("alpha") && !vector.attributes().has("gamma")) {
      return ScaledActivation.plain(Spec.of("selu"));
    }
    double alpha = vector.attribute("alpha", 1.67326319217681884765625);
    double gamma = vector.attribute("gamma", 1.05070102214813232421875);
    return new ScaledActivation(Specs.of("elu", "alpha", alpha), 1, 0, gamma, 0);
  }

  /** There is no such plugin; relu is enough. The bounds were attributes before version 11. */
  private static List<ScaledActivation> clip(OnnxCase vector) {
    List<ScaledActivation> steps = new ArrayList<>();
    bound(vector, 1, "min").map(ScaledActivation::atLeast).ifPresent(steps::add);
    bound(vector, 2, "max").map(ScaledActivation::atMost).ifPresent(steps::add);
    return steps.isEmpty() ? List.of(ScaledActivation.plain(Spec.of("identity"))) : steps;
  }

  private static Optional<Double> bound(OnnxCase vector, int input, String attribute) {
    double bound =
        vector
            .input(input)
            .map(tensor -> (double) tensor.scalar())
            .orElse(vector.attribute(attribute, Double.NaN));
    return Double.isFinite(bound) ? Optional.of(bound) : Optional.empty();
  }

  private Plan inTurn(OnnxCase vector, List<ScaledActivation> steps) {
    return Plan.when(
        steps.stream().map(step -> step.need(registry)).toList(),
        measure -> {
          Tensor x = vector.x();
          float[][] y = x.rows(x.rank() < 2 ? 1 : x.size(0, x.rank() - 1));
          for (ScaledActivation step : steps) {
            y = step.apply(registry, y);
          }
          vector.compare(measure, Numbers.joined(y));
        });
  }

  /** Before version 13 an axis splits the dimensions into those of rows and those of columns. */
  private Plan rowWise(OnnxCase vector, String name) {
    ScaledActivation activation = ScaledActivation.plain(Spec.of(name));
    return Plan.when(
        List.of(Need.plugin(registry, Kind.ACTIVATION, name)),
        measure -> {
          Tensor x = vector.x();
          if (vector.version() >= 13) {
            int axis = x.axis(vector.attribute("axis", -1));
            vector.compare(measure, x.from(activation.apply(registry, x.along(axis)), axis));
          } else {
            float[][] rows = x.rows(x.size(0, x.axis(vector.attribute("axis", 1))));
            vector.compare(measure, Numbers.joined(activation.apply(registry, rows)));
          }
        });
  }

  /** x − bias above λ, x + bias below −λ, else 0: between hard_shrink (0) and soft_shrink (λ). */
  private Plan shrink(OnnxCase vector) {
    double lambda = vector.attribute("lambd", 0.5);
    double share = vector.attribute("bias", 0.0) / lambda;
    ScaledActivation hard = ScaledActivation.plain("hard_shrink", "threshold", lambda);
    ScaledActivation soft = ScaledActivation.plain("soft_shrink", "threshold", lambda);
    return Plan.when(
        List.of(hard.need(registry), soft.need(registry)),
        measure -> {
          float[][] x = vector.x().rows(1);
          float[] fromHard = Numbers.scaled(hard.apply(registry, x)[0], 1 - share);
          float[] fromSoft = Numbers.scaled(soft.apply(registry, x)[0], share);
          for (int i = 0; i < fromHard.length; i++) {
            fromHard[i] += fromSoft[i];
          }
          vector.compare(measure, fromHard);
        });
  }
}
