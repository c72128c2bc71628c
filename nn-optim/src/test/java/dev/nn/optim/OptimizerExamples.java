package dev.nn.optim;

import dev.nn.api.Optimizer;
import dev.nn.api.Reference;
import dev.nn.api.Schedule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Every optimizer of the golden files, by its spec. */
final class OptimizerExamples {
  /** The files; the first has the weights and the gradients of all. */
  static final List<String> FILES =
      List.of("keras_optimizers.txt", "torch_optimizers.txt", "optax_optimizers.txt");

  /** Has weights and gradients of its own, those of a kernel and a bias. */
  static final String MATRICES = "keras_matrices.txt";

  private OptimizerExamples() {}

  static Map<String, Optimizer> all() {
    Map<String, Optimizer> all = new LinkedHashMap<>();
    for (String file : Stream.concat(FILES.stream(), Stream.of(MATRICES)).toList()) {
      for (String section : GoldenFile.read(file).keySet()) {
        if (section.contains("(")) {
          all.put(section, Specs.optimizer(section));
        }
      }
    }
    return all;
  }

  /** The constant rate of an example. */
  static double rate(Optimizer optimizer) {
    Schedule rate = optimizer.learningRate();
    String spec = ((Reference) rate).spec().toString();
    return Double.parseDouble(spec.substring(spec.indexOf('=') + 1, spec.length() - 1));
  }
}
