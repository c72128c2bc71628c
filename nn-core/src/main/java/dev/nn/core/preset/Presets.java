package dev.nn.core.preset;

import dev.nn.api.Kind;
import dev.nn.core.training.EarlyStopping;
import dev.nn.core.training.Shuffling;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The presets. {@code docs/defaults.md} says where each number comes from. */
final class Presets {
  /** U(−1/√in, 1/√in), where the variance is 1/(3·in). */
  private static final String WITHIN_ROOT_OF_INPUTS =
      "variance_scaling(distribution=uniform, mode=fan_in, scale=0.3333333333333333)";

  /** U(−√(2/(in + out)), √(2/(in + out))): a third of the variance of {@code xavier_uniform}. */
  private static final String SMALL_XAVIER =
      "variance_scaling(distribution=uniform, mode=fan_avg, scale=0.3333333333333333)";

  private static final Preset KERAS =
      new Preset(
          "keras",
          "Keras 3.15.1",
          Optional.of("rmsprop"),
          OptionalInt.of(1),
          OptionalInt.of(32),
          Shuffling.EACH_EPOCH,
          Optional.empty(),
          false,
          false,
          Map.of(Kind.LAYER, List.of("dense(initializer=xavier_uniform)")));

  private static final Preset TORCH =
      new Preset(
          "torch",
          "PyTorch 1.13",
          Optional.empty(),
          OptionalInt.empty(),
          OptionalInt.of(1),
          Shuffling.NEVER,
          Optional.empty(),
          false,
          true,
          Map.of(
              Kind.LAYER,
              List.of(
                  "dense(initializer=%s, bias_initializer=%s)"
                      .formatted(WITHIN_ROOT_OF_INPUTS, WITHIN_ROOT_OF_INPUTS),
                  "batch_normalization(momentum=0.9, epsilon=1e-5, unbiased=true)",
                  "layer_normalization(epsilon=1e-5)"),
              Kind.ACTIVATION,
              List.of("leaky_relu(negative_slope=0.01)"),
              Kind.OPTIMIZER,
              List.of(
                  "sgd(learning_rate=0.001, coupled_decay=true)",
                  "adam(epsilon=1e-8, epsilon_outside=true, coupled_decay=true)",
                  "adamw(epsilon=1e-8, epsilon_outside=true, weight_decay=0.01)",
                  "adamax(learning_rate=0.002, epsilon=1e-8, epsilon_inside=true,"
                      + " coupled_decay=true)",
                  "nadam(learning_rate=0.002, epsilon=1e-8, momentum_decay=0.004,"
                      + " coupled_decay=true)",
                  "rmsprop(learning_rate=0.01, rho=0.99, epsilon=1e-8, epsilon_outside=true,"
                      + " coupled_decay=true)",
                  "adagrad(learning_rate=0.01, initial_accumulator_value=0, epsilon=1e-10,"
                      + " epsilon_outside=true, coupled_decay=true)",
                  "adadelta(learning_rate=1, rho=0.9, epsilon=1e-6, coupled_decay=true)")));

  private static final Preset SKLEARN =
      new Preset(
          "sklearn",
          "scikit-learn 1.2.1, MLPClassifier and MLPRegressor",
          Optional.of("adam"),
          OptionalInt.of(200),
          OptionalInt.of(200),
          Shuffling.EACH_EPOCH,
          Optional.of(new EarlyStopping(11, 1e-4).keepingLast()),
          true,
          false,
          Map.of(
              Kind.LAYER,
              List.of(
                  "dense(initializer=xavier_uniform, bias_initializer=xavier_uniform,"
                      + " kernel_l2=0.00005)"),
              Kind.OPTIMIZER,
              List.of(
                  "adam(epsilon=1e-8)", "sgd(learning_rate=0.001, momentum=0.9, nesterov=true)"),
              Kind.LOSS,
              List.of("mean_squared_error(half=true, sum=true)", "binary_crossentropy(sum=true)")));

  private static final Preset DL4J =
      new Preset(
          "dl4j",
          "Deeplearning4j 1.0.0-M2.1",
          Optional.of("sgd"),
          OptionalInt.of(1),
          OptionalInt.empty(),
          Shuffling.NEVER,
          Optional.empty(),
          false,
          false,
          Map.of(
              Kind.LAYER,
              List.of(
                  "dense(initializer=xavier_normal)",
                  "batch_normalization(momentum=0.9, epsilon=1e-5)"),
              Kind.ACTIVATION,
              List.of("leaky_relu(negative_slope=0.01)"),
              Kind.OPTIMIZER,
              List.of(
                  "sgd(learning_rate=0.001)",
                  "adam(epsilon=1e-8)",
                  "adamax(epsilon=1e-8)",
                  "nadam(epsilon=1e-8)",
                  "rmsprop(learning_rate=0.1, rho=0.95, epsilon=1e-8, epsilon_outside=true)",
                  "adagrad(learning_rate=0.1, initial_accumulator_value=1e-6, epsilon=1e-6,"
                      + " epsilon_outside=true)",
                  "adadelta(learning_rate=1, rho=0.95, epsilon=1e-6)"),
              Kind.LOSS,
              List.of("binary_crossentropy(sum=true)")));

  private static final Preset WEKA =
      new Preset(
          "weka",
          "Weka 3.8.7, MultilayerPerceptron",
          Optional.of("sgd"),
          OptionalInt.of(500),
          OptionalInt.of(1),
          Shuffling.ONCE,
          Optional.empty(),
          false,
          false,
          Map.of(
              Kind.LAYER,
              List.of(
                  "dense(initializer=uniform(min=-0.05, max=0.05),"
                      + " bias_initializer=uniform(min=-0.05, max=0.05))"),
              Kind.OPTIMIZER,
              List.of("sgd(learning_rate=0.3, momentum=0.2)"),
              Kind.LOSS,
              List.of("mean_squared_error(half=true, sum=true)")));

  static final List<Preset> ALL = List.of(KERAS, TORCH, SKLEARN, DL4J, WEKA);

  private Presets() {}

  /** A default as it is for networks whose hidden layers have sigmoids. */
  static String ofSigmoid(Preset preset, String spec) {
    return preset.equals(SKLEARN) ? spec.replace("xavier_uniform", SMALL_XAVIER) : spec;
  }
}
