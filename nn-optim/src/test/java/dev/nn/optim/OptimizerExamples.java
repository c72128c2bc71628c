package dev.nn.optim;

import dev.nn.api.Optimizer;
import dev.nn.api.Reference;
import dev.nn.api.Schedule;
import java.util.LinkedHashMap;
import java.util.Map;

/** Every optimizer, by its spec in the golden files. */
final class OptimizerExamples {
  private OptimizerExamples() {}

  static Map<String, Optimizer> keras() {
    Map<String, Optimizer> m = new LinkedHashMap<>();
    m.put("sgd(learning_rate=0.1)", new Sgd(0.1));
    m.put("sgd(learning_rate=0.1, weight_decay=0.02)", new Sgd(rate(0.1), 0, false, 0.02));
    m.put("sgd(learning_rate=0.03, momentum=0.9)", new Sgd(rate(0.03), 0.9, false, 0));
    m.put(
        "sgd(learning_rate=0.03, momentum=0.9, nesterov=true)", new Sgd(rate(0.03), 0.9, true, 0));
    m.put("rmsprop(learning_rate=0.01)", new RmsProp(0.01));
    m.put(
        "rmsprop(learning_rate=0.01, momentum=0.7, rho=0.8)",
        new RmsProp(rate(0.01), 0.8, 0.7, 1e-7, false, 0));
    m.put(
        "rmsprop(centered=true, learning_rate=0.01)",
        new RmsProp(rate(0.01), 0.9, 0, 1e-7, true, 0));
    m.put(
        "rmsprop(centered=true, learning_rate=0.01, momentum=0.7)",
        new RmsProp(rate(0.01), 0.9, 0.7, 1e-7, true, 0));
    m.put("adagrad(learning_rate=0.1)", new Adagrad(0.1));
    m.put(
        "adagrad(epsilon=1e-6, initial_accumulator_value=0, learning_rate=0.1)",
        new Adagrad(rate(0.1), 0, 1e-6, 0));
    m.put("adadelta(learning_rate=1)", new Adadelta(1.0));
    m.put("adam(learning_rate=0.02)", new Adam(0.02));
    m.put(
        "adam(beta_1=0.8, beta_2=0.95, epsilon=1e-5, learning_rate=0.02, weight_decay=0.1)",
        new Adam(rate(0.02), 0.8, 0.95, 1e-5, false, 0.1));
    m.put(
        "adam(amsgrad=true, beta_2=0.9, learning_rate=0.02)",
        new Adam(rate(0.02), 0.9, 0.9, 1e-7, true, 0));
    m.put("adamw(learning_rate=0.02)", new AdamW(0.02));
    m.put("adamax(learning_rate=0.02)", new Adamax(0.02));
    m.put("nadam(learning_rate=0.02)", new Nadam(0.02));
    m.put("lion(learning_rate=0.02)", new Lion(0.02));
    m.put(
        "lion(beta_1=0.5, learning_rate=0.02, weight_decay=0.1)",
        new Lion(rate(0.02), 0.5, 0.99, 0.1));
    m.put("lamb(learning_rate=0.02)", new Lamb(0.02));
    m.put(
        "lamb(learning_rate=0.02, weight_decay=0.1)", new Lamb(rate(0.02), 0.9, 0.999, 1e-7, 0.1));
    m.put("ftrl(learning_rate=0.1)", new Ftrl(0.1));
    m.put(
        "ftrl(learning_rate=0.1, learning_rate_power=-0.8)",
        new Ftrl(rate(0.1), -0.8, 0.1, 0, 0, 0, 0));
    m.put(
        "ftrl(beta=0.4, l1_regularization_strength=0.3, l2_regularization_strength=0.2, l2_shrinkage_regularization_strength=0.1, learning_rate=0.1)",
        new Ftrl(rate(0.1), -0.5, 0.1, 0.3, 0.2, 0.1, 0.4));
    return m;
  }

  static Map<String, Optimizer> torch() {
    Map<String, Optimizer> m = new LinkedHashMap<>();
    m.put("sgd(learning_rate=0.03, momentum=0.9)", new Sgd(rate(0.03), 0.9, false, 0));
    m.put(
        "sgd(learning_rate=0.03, momentum=0.9, nesterov=true)", new Sgd(rate(0.03), 0.9, true, 0));
    m.put(
        "rmsprop(epsilon=1e-14, learning_rate=0.01)",
        new RmsProp(rate(0.01), 0.9, 0, 1e-14, false, 0));
    m.put(
        "rmsprop(centered=true, epsilon=1e-14, learning_rate=0.01, momentum=0.7)",
        new RmsProp(rate(0.01), 0.9, 0.7, 1e-14, true, 0));
    m.put("adagrad(epsilon=1e-14, learning_rate=0.1)", new Adagrad(rate(0.1), 0.1, 1e-14, 0));
    m.put("adadelta(learning_rate=1)", new Adadelta(1.0));
    m.put(
        "adam(epsilon=1e-12, learning_rate=0.02)",
        new Adam(rate(0.02), 0.9, 0.999, 1e-12, false, 0));
    m.put(
        "adam(amsgrad=true, beta_2=0.9, epsilon=1e-12, learning_rate=0.02)",
        new Adam(rate(0.02), 0.9, 0.9, 1e-12, true, 0));
    m.put(
        "adamw(epsilon=1e-12, learning_rate=0.02, weight_decay=0.1)",
        new AdamW(rate(0.02), 0.9, 0.999, 1e-12, false, 0.1));
    m.put(
        "adamax(epsilon=1e-12, learning_rate=0.02)", new Adamax(rate(0.02), 0.9, 0.999, 1e-12, 0));
    m.put("radam(learning_rate=0.02)", new RAdam(0.02));
    m.put(
        "radam(beta_1=0.8, beta_2=0.9, epsilon=1e-6, learning_rate=0.02)",
        new RAdam(rate(0.02), 0.8, 0.9, 1e-6, 0));
    m.put("rprop(learning_rate=0.01)", new Rprop(0.01));
    m.put(
        "rprop(eta_minus=0.3, eta_plus=1.7, learning_rate=0.01, max_step=0.04, min_step=0.002)",
        new Rprop(rate(0.01), 0.3, 1.7, 0.002, 0.04));
    m.put("adabelief(learning_rate=0.02)", new AdaBelief(0.02));
    m.put(
        "adabelief(beta_1=0.8, beta_2=0.9, epsilon=1e-6, learning_rate=0.02)",
        new AdaBelief(rate(0.02), 0.8, 0.9, 1e-6, 0));
    return m;
  }

  static Map<String, Optimizer> all() {
    Map<String, Optimizer> all = new LinkedHashMap<>(keras());
    all.putAll(torch());
    return all;
  }

  /** The constant rate of an example. */
  static double rate(Optimizer optimizer) {
    Schedule rate = optimizer.learningRate();
    String spec = ((Reference) rate).spec().toString();
    return Double.parseDouble(spec.substring(spec.indexOf('=') + 1, spec.length() - 1));
  }

  private static Schedule rate(double rate) {
    return Schedule.constant(rate);
  }
}
