package dev.nn.tests.conformance.document;

import dev.nn.core.plugin.PluginRegistry;
import java.util.List;
import java.util.stream.Stream;

/** Compares all plugins of a kind with what others computed. */
interface Oracle {
  /** The scripts that wrote the golden numbers. */
  List<String> scripts();

  /** All of its cases. */
  Stream<GoldenCase> cases(PluginRegistry registry);

  /** The oracle of a kind. */
  static Oracle of(Subject subject) {
    return switch (subject) {
      case ACTIVATION -> new ActivationOracle();
      case INITIALIZER -> new InitializerOracle();
      case LOSS -> new LossOracle();
      case OPTIMIZER -> new OptimizerOracle();
      case SCHEDULE -> new ScheduleOracle();
      case LAYER -> new LayerOracle();
      case METRIC -> new MetricOracle();
    };
  }

  /** The scripts of some files. */
  static List<String> scripts(Stream<GoldenFile> files) {
    return files.map(GoldenFile::script).distinct().toList();
  }
}
