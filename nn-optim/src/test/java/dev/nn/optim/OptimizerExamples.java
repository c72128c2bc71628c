package dev.nn.optim;

import dev.nn.api.Optimizer;
import dev.nn.api.Reference;
import dev.nn.api.Schedule;
import java.util.LinkedHashMap;
import java.util.Map;

/** Every optimizer, as the golden files call them. */
final class OptimizerExamples {
  private OptimizerExamples() {}

  static Map<String, Optimizer> keras() {
    Map<String, Optimizer> m = new LinkedHashMap<>();
    m.put("sgd", new Sgd(0.1));
    m.put("sgd weight_decay=0.02", new Sgd(rate(0.1), 0, false, 0.02));
    m.put("sgd momentum=0.9", new Sgd(rate(0.03), 0.9, false, 0));
    m.put("sgd momentum=0.9 nesterov", new Sgd(rate(0.03), 0.9, true, 0));
    m.put("rmsprop", new RmsProp(0.01));
    m.put("rmsprop momentum=0.7", new RmsProp(rate(0.01), 0.8, 0.7, 1e-7, false, 0));
    m.put("rmsprop centered", new RmsProp(rate(0.01), 0.9, 0, 1e-7, true, 0));
    m.put("rmsprop centered momentum=0.7", new RmsProp(rate(0.01), 0.9, 0.7, 1e-7, true, 0));
    m.put("adagrad", new Adagrad(0.1));
    m.put("adagrad initial_accumulator_value=0", new Adagrad(rate(0.1), 0, 1e-6, 0));
    m.put("adadelta", new Adadelta(1.0));
    m.put("adam", new Adam(0.02));
    m.put("adam weight_decay=0.1", new Adam(rate(0.02), 0.8, 0.95, 1e-5, false, 0.1));
    m.put("adam amsgrad", new Adam(rate(0.02), 0.9, 0.9, 1e-7, true, 0));
    m.put("adamw", new AdamW(0.02));
    m.put("adamax", new Adamax(0.02));
    m.put("nadam", new Nadam(0.02));
    m.put("lion", new Lion(0.02));
    m.put("lion weight_decay=0.1", new Lion(rate(0.02), 0.5, 0.99, 0.1));
    m.put("lamb", new Lamb(0.02));
    m.put("lamb weight_decay=0.1", new Lamb(rate(0.02), 0.9, 0.999, 1e-7, 0.1));
    m.put("ftrl", new Ftrl(0.1));
    m.put("ftrl power=-0.8", new Ftrl(rate(0.1), -0.8, 0.1, 0, 0, 0, 0));
    m.put("ftrl penalties", new Ftrl(rate(0.1), -0.5, 0.1, 0.3, 0.2, 0.1, 0.4));
    return m;
  }

  static Map<String, Optimizer> torch() {
    Map<String, Optimizer> m = new LinkedHashMap<>();
    m.put("sgd momentum=0.9", new Sgd(rate(0.03), 0.9, false, 0));
    m.put("radam", new RAdam(0.02));
    m.put("radam beta_2=0.9", new RAdam(rate(0.02), 0.8, 0.9, 1e-6, 0));
    m.put("rprop", new Rprop(0.01));
    m.put("rprop other steps", new Rprop(rate(0.01), 0.3, 1.7, 0.002, 0.04));
    m.put("adabelief", new AdaBelief(0.02));
    m.put("adabelief beta_2=0.9", new AdaBelief(rate(0.02), 0.8, 0.9, 1e-6, 0));
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
