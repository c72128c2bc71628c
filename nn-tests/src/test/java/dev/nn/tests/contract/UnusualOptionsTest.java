package dev.nn.tests.contract;

import dev.nn.api.Initializer;
import dev.nn.api.Kind;
import dev.nn.api.Plugin;
import dev.nn.api.Spec;
import dev.nn.testkit.RegistryContract;
import dev.nn.testkit.check.Promise;
import java.util.stream.Stream;

/** Built-in plugins with options at the ends of their ranges, and in combinations. */
class UnusualOptionsTest implements RegistryContract {

  @Override
  public Stream<Plugin> plugins() {
    return Stream.of(
            plugins(
                Kind.LOSS,
                "binary_crossentropy(label_smoothing=1)",
                "categorical_crossentropy(label_smoothing=1)",
                "binary_focal_crossentropy(gamma=0)",
                "binary_focal_crossentropy(gamma=0.5, label_smoothing=0.2)",
                "binary_focal_crossentropy(gamma=1, apply_class_balancing=true)",
                "binary_focal_crossentropy(alpha=0, apply_class_balancing=true)",
                "binary_focal_crossentropy(gamma=5, alpha=1, apply_class_balancing=true)",
                "categorical_focal_crossentropy(gamma=0, alpha=1)",
                "categorical_focal_crossentropy(gamma=0.5, label_smoothing=0.2)",
                "categorical_focal_crossentropy(gamma=5)",
                "categorical_focal_crossentropy(alpha=0)",
                "huber(delta=0.01)",
                "huber(delta=100)",
                "quantile(q=0.001)",
                "tversky(alpha=0, beta=1)",
                "tversky(alpha=3, beta=0)",
                "gaussian_nll(epsilon=2)"),
            plugins(
                Kind.LAYER,
                "dropout(rate=0)",
                "dropout(rate=0.99)",
                "alpha_dropout(rate=0)",
                "alpha_dropout(rate=0.9)",
                "gaussian_noise(stddev=0)",
                "batch_normalization(momentum=0)",
                "batch_normalization(momentum=1, epsilon=10)",
                "layer_normalization(epsilon=10)",
                "prelu(negative_slope=0)",
                "prelu(negative_slope=-2)",
                "embedding(vocabulary=1, units=1)",
                "dense(units=1, activation=leaky_relu(negative_slope=0))",
                "dense(units=3, activation=log_softmax)",
                "dense(units=3, activation=sparsemax)",
                "dense(units=3, bias=false, kernel_l1=0.1, kernel_l2=0.2)",
                "dense(units=3, bias_l1=0.1, bias_l2=0.2, trainable=false)",
                "activation(activation=relu(threshold=1, max_value=2, negative_slope=0.5))",
                "reshape(shape=[1, 6, 1])"),
            plugins(
                Kind.OPTIMIZER,
                "sgd(momentum=0.9)",
                "rmsprop(momentum=0.9, weight_decay=0.01)",
                "adagrad(initial_accumulator_value=0)",
                "adam(beta_1=0, beta_2=0)",
                "adamw(amsgrad=true)",
                "adamax(beta_1=0)",
                "nadam(beta_1=0)",
                "radam(beta_1=0, beta_2=0.9)",
                "adabelief(beta_2=0.5)",
                "lion(beta_1=0)",
                "lamb(weight_decay=0.01)",
                "adafactor(beta_2_decay=0, epsilon_2=0)",
                "adafactor(clip_threshold=0.01, weight_decay=0.01)",
                "muon(momentum=0, ns_steps=1)",
                "muon(adjust_lr=original, nesterov=false, weight_decay=0)",
                "muon(adjust_lr=unscaled, rms_rate=1)",
                "ftrl(learning_rate_power=0)",
                "ftrl(initial_accumulator_value=0, l1_regularization_strength=0.001)",
                "ftrl(beta=1, l2_regularization_strength=0.001)",
                "rprop(eta_minus=0.1, eta_plus=3)"),
            plugins(
                Kind.SCHEDULE,
                "constant(value=0)",
                "step_decay(steps=1, rate=1)",
                "exponential_decay(steps=1, rate=0.001)",
                "polynomial_decay(end=0, power=0.5, cycle=true)",
                "polynomial_decay(initial=0, end=1)",
                "inverse_time_decay(rate=0)",
                "cosine_decay(initial=0, warmup_target=1, warmup_steps=10, alpha=1)",
                "cosine_decay_restarts(steps=1, t_mul=1, m_mul=0)",
                "cosine_decay_restarts(steps=1, t_mul=1.5, m_mul=2)",
                "one_cycle(steps=1)",
                "one_cycle(steps=2, pct_start=1)",
                "one_cycle(pct_start=0, div_factor=0.5)",
                "piecewise_constant(boundaries=[], values=[0.1])",
                "reduce_on_plateau(patience=1, min=1)",
                "reduce_on_plateau(patience=1, cooldown=3, factor=0.001)"),
            plugins(
                Kind.INITIALIZER,
                "uniform(min=1, max=1)",
                "normal(stddev=0, mean=2)",
                "truncated_normal(stddev=0)",
                "variance_scaling(mode=fan_out, distribution=untruncated_normal)",
                "eye(gain=-1)",
                "sparse(density=1)",
                "sparse(density=0.000001)"),
            plugins(
                Kind.ACTIVATION,
                "relu(threshold=1, max_value=2, negative_slope=0.5)",
                "relu(max_value=0)",
                "relu(max_value=1, threshold=2)",
                "leaky_relu(negative_slope=0)",
                "leaky_relu(negative_slope=3)",
                "elu(alpha=0)",
                "elu(alpha=5)",
                "celu(alpha=0.001)",
                "celu(alpha=100)",
                "silu(beta=0)",
                "silu(beta=-2)",
                "soft_shrink(threshold=0)",
                "hard_shrink(threshold=0)",
                "threshold(threshold=-1, value=3)",
                "squareplus(b=0.000001)",
                "squareplus(b=100000)"))
        .flatMap(plugins -> plugins);
  }

  @Override
  public Promise promise(Initializer initializer, int fanIn, int fanOut) {
    return BuiltInPromises.of(initializer, fanIn, fanOut);
  }

  private Stream<Plugin> plugins(Kind kind, String... specs) {
    return Stream.of(specs).map(spec -> registry().create(kind, Spec.parse(spec)));
  }
}
