package dev.nn.tests.gradient;

import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nn.api.Activation;
import dev.nn.api.Kind;
import dev.nn.api.Loss;
import dev.nn.api.Spec;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.core.training.TrainingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** Every layer × activation × loss of the registry against central differences. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GradientTest {
  private static final long SEED = 20240613;

  /** Besides the defaults, which are taken from the registry. */
  private static final List<String> MORE_ACTIVATIONS =
      List.of(
          "relu(negative_slope=0.1, max_value=0.75, threshold=0.125)",
          "leaky_relu(negative_slope=0.4)",
          "elu(alpha=2)",
          "celu(alpha=0.5)",
          "gelu(approximate=true)",
          "silu(beta=1.7)",
          "squareplus(b=1)",
          "threshold(threshold=-0.2, value=0.3)");

  private static final List<String> MORE_LOSSES =
      List.of(
          "binary_crossentropy(label_smoothing=0.2)",
          "categorical_crossentropy(label_smoothing=0.2)");

  /** Only behind output layers: what is before them does not see the options of a loss. */
  private static final List<String> MORE_LOSSES_OF_OUTPUTS =
      List.of(
          "huber(delta=0.3)",
          "quantile(q=0.8)",
          "gaussian_nll(epsilon=0.5)",
          // With γ = 1.5 what a prediction above 1 misses has no power, as in Keras.
          "binary_focal_crossentropy(alpha=0.4, gamma=3, apply_class_balancing=true,"
              + " label_smoothing=0.1)",
          "categorical_focal_crossentropy(alpha=0.4, gamma=1.5, label_smoothing=0.1)");

  /** The logarithm of outputs that are never positive. */
  private static final Set<String> UNDEFINED =
      Set.of("log_sigmoid and poisson", "log_softmax and poisson");

  private final PluginRegistry registry = PluginRegistry.load();
  private final Tally hidden = new Tally("hidden layers");
  private final Tally output = new Tally("output layers");

  @TestFactory
  Stream<DynamicTest> hiddenLayersHaveTheGradientsOfTheirOutputs() {
    return LayerExample.all(registry).stream()
        .flatMap(
            layer ->
                specs(Kind.ACTIVATION, MORE_ACTIVATIONS).stream()
                    .map(activation -> hidden(layer, activation)));
  }

  private DynamicTest hidden(LayerExample layer, Spec activation) {
    String name = layer + " with " + activation;
    return DynamicTest.dynamicTest(
        name,
        () -> {
          for (Spec loss : specs(Kind.LOSS, MORE_LOSSES)) {
            String what = name + " and " + loss;
            long seed = seed(what);
            Problem problem = new Problem(registry, registry.create(Loss.class, loss), seed);
            hidden.add(what, seed, problem.hidden(layer, activation));
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> outputLayersHaveTheGradientsOfTheirLosses() {
    List<Spec> losses = specs(Kind.LOSS, MORE_LOSSES);
    MORE_LOSSES_OF_OUTPUTS.forEach(text -> losses.add(Spec.parse(text)));
    return specs(Kind.ACTIVATION, MORE_ACTIVATIONS).stream()
        .flatMap(activation -> losses.stream().map(loss -> output(activation, loss)));
  }

  /** Inside a dense layer and as a layer of its own, fused with the loss (if it fuses) and not. */
  private DynamicTest output(Spec activation, Spec lossSpec) {
    Loss loss = registry.create(Loss.class, lossSpec);
    String dense = "dense(units=" + LossProblem.outputs(loss);
    List<List<String>> networks =
        List.of(
            List.of(dense + ", activation=" + activation + ")"),
            List.of(dense + ")", "activation(activation=" + activation + ")"));
    String name = activation + " and " + lossSpec;
    if (UNDEFINED.contains(name)) {
      return DynamicTest.dynamicTest(name, () -> undefined(networks.get(0), loss));
    }
    return DynamicTest.dynamicTest(
        name,
        () -> {
          Activation last = registry.create(Activation.class, activation);
          for (List<String> layers : networks) {
            outputs(layers, registry, loss);
            if (loss.fuse(last).isPresent()) {
              Unfused unfused = new Unfused(loss);
              outputs(layers, registry.with(unfused), unfused);
            }
          }
        });
  }

  private void undefined(List<String> layers, Loss loss) {
    Problem problem = new Problem(registry, loss, SEED);
    assertThrows(TrainingException.class, () -> problem.output(layers));
  }

  private void outputs(List<String> layers, PluginRegistry plugins, Loss loss) {
    String what = layers + " and " + loss;
    long seed = seed(what);
    output.add(what, seed, new Problem(plugins, loss, seed).output(layers));
  }

  private List<Spec> specs(Kind kind, List<String> more) {
    List<Spec> specs = new ArrayList<>();
    registry.names(kind).forEach(name -> specs.add(Spec.of(name)));
    more.forEach(text -> specs.add(Spec.parse(text)));
    return specs;
  }

  private static long seed(String what) {
    return SEED + what.hashCode();
  }

  @AfterAll
  void report() {
    System.out.println(hidden);
    System.out.println(output);
    hidden.requireMostlyNonZero();
    output.requireMostlyNonZero();
  }
}
