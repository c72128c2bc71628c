package dev.nn.core.metric;

import dev.nn.api.Loss;
import dev.nn.api.Options;
import dev.nn.api.Spec;
import dev.nn.api.SpecException;
import dev.nn.core.message.NearestNames;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.core.plugin.PositionalValue;
import dev.nn.math.Matrix;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** The built-in metrics by name, and the way from a spec to one. */
final class MetricCatalogue {
  private static final Options THRESHOLD = Options.NONE.withReal("threshold", 0.5);

  private static final Map<String, Entry> BY_NAME =
      Map.ofEntries(
          plain("accuracy", Accuracy.plain()),
          Map.entry(
              "binary_accuracy",
              new Entry(THRESHOLD, options -> Metrics.binaryAccuracyAt(options.real("threshold")))),
          Map.entry(
              "top_k_accuracy",
              new Entry(
                  Options.NONE.withInteger("k", 5),
                  options -> Metrics.topKAccuracy(options.integer("k")))),
          confusion("precision", ConfusionMatrix::precision),
          confusion("recall", ConfusionMatrix::recall),
          confusion("f1", ConfusionMatrix::f1),
          plain("roc_auc", Metrics::rocAuc),
          plain("pr_auc", Metrics::prAuc),
          plain("log_loss", ErrorMetrics.logLoss()),
          plain("mean_squared_error", ErrorMetrics.meanSquaredError()),
          plain("root_mean_squared_error", ErrorMetrics.rootMeanSquaredError()),
          plain("mean_absolute_error", ErrorMetrics.meanAbsoluteError()),
          plain("r2", Metrics::r2));

  /** The losses for which 1 means yes and −1 means no. */
  private static final List<String> HINGES = List.of("hinge", "squared_hinge");

  private static final Map<String, List<String>> LOSSES_BY_METRIC =
      Map.of(
          "accuracy",
          List.of(
              "categorical_crossentropy",
              "categorical_focal_crossentropy",
              "categorical_hinge",
              "kl_divergence"),
          "binary_accuracy",
          List.of("binary_crossentropy", "binary_focal_crossentropy"),
          "binary_accuracy(threshold=0)",
          HINGES,
          "mean_absolute_error",
          List.of(
              "mean_squared_error",
              "mean_absolute_error",
              "mean_absolute_percentage_error",
              "mean_squared_logarithmic_error",
              "huber",
              "log_cosh",
              "poisson",
              "quantile",
              "gaussian_nll"));

  private record Entry(Options defaults, Function<Options, Metric> metric) {}

  private MetricCatalogue() {}

  private static Map.Entry<String, Entry> plain(String name, WeightedMetric metric) {
    return Map.entry(name, new Entry(Options.NONE, options -> metric));
  }

  private static Map.Entry<String, Entry> confusion(
      String name, Function<ConfusionMatrix, Double> measure) {
    return Map.entry(
        name, new Entry(THRESHOLD, options -> confusion(measure, options.real("threshold"))));
  }

  static StreamedMetric confusion(Function<ConfusionMatrix, Double> measure, double threshold) {
    return rows -> new Confusion(new ConfusionMatrix.Counter(threshold), measure);
  }

  private record Confusion(
      ConfusionMatrix.Counter counter, Function<ConfusionMatrix, Double> measure)
      implements Metric.Tally {
    @Override
    public void add(Matrix predictions, Matrix targets, double[] weights) {
      counter.add(predictions, targets, weights);
    }

    @Override
    public double value() {
      return measure.apply(counter.matrix());
    }
  }

  static SortedMap<String, Metric> all() {
    SortedMap<String, Metric> metrics = new TreeMap<>();
    BY_NAME.forEach((name, entry) -> metrics.put(name, entry.metric.apply(entry.defaults)));
    return metrics;
  }

  static Spec spec(String text) {
    try {
      return Spec.parse(text);
    } catch (SpecException e) {
      throw PositionalValue.named(
          e, text, name -> Optional.ofNullable(BY_NAME.get(name)).map(Entry::defaults));
    }
  }

  static Metric metric(Spec spec) {
    Entry entry = BY_NAME.get(spec.name());
    if (entry == null) {
      throw spec.error(
          "there is no metric \"%s\".%s\nMetrics: %s"
              .formatted(
                  NearestNames.shown(spec.name()),
                  NearestNames.hint(spec.name(), BY_NAME.keySet()),
                  String.join(", ", all().keySet())));
    }
    Options options = PluginRegistry.of().options(spec, entry.defaults);
    try {
      return entry.metric.apply(options);
    } catch (IllegalArgumentException e) {
      String key = String.join("", spec.options().keySet());
      throw spec.error(key, spec.name() + ": " + e.getMessage(), e);
    }
  }

  static Optional<String> defaultFor(Loss loss) {
    return LOSSES_BY_METRIC.entrySet().stream()
        .filter(entry -> entry.getValue().contains(loss.name()))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** A prediction above this is a yes if the network was trained with such a loss. */
  static double threshold(String loss) {
    return HINGES.contains(Spec.parse(loss).name()) ? 0 : 0.5;
  }
}
