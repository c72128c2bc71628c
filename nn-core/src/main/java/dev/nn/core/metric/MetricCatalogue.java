package dev.nn.core.metric;

import dev.nn.api.Loss;
import dev.nn.api.Options;
import dev.nn.api.Spec;
import dev.nn.api.SpecException;
import dev.nn.core.message.NearestNames;
import dev.nn.core.metric.BuiltIn.Subject;
import dev.nn.core.metric.BuiltIn.Traits;
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
  private static final Traits OF_ANSWERS = new Traits(Subject.ANSWERS, Better.LARGER);
  private static final Traits OF_ERRORS = new Traits(Subject.NUMBERS, Better.SMALLER);

  private static final Map<String, Entry> BY_NAME =
      Map.ofEntries(
          plain("accuracy", Accuracy.plain(), new Traits(Subject.ONE_CLASS, Better.LARGER)),
          Map.entry(
              "binary_accuracy",
              new Entry(
                  THRESHOLD, options -> Accuracy.binary(options.real("threshold")), OF_ANSWERS)),
          Map.entry(
              "top_k_accuracy",
              new Entry(
                  Options.NONE.withInteger("k", 5),
                  options -> Metrics.topK(options.integer("k")),
                  new Traits(Subject.ONE_CLASS, Better.LARGER))),
          confusion("precision", ConfusionMatrix::precision),
          confusion("recall", ConfusionMatrix::recall),
          confusion("f1", ConfusionMatrix::f1),
          confusion("f1_micro", ConfusionMatrix::microF1),
          confusion("f1_weighted", ConfusionMatrix::weightedF1),
          plain("roc_auc", Metrics::rocAuc, OF_ANSWERS),
          plain("pr_auc", Metrics::prAuc, OF_ANSWERS),
          plain("log_loss", ErrorMetrics.logLoss(), new Traits(Subject.CLASSES, Better.SMALLER)),
          plain("mean_squared_error", ErrorMetrics.meanSquaredError(), OF_ERRORS),
          plain("root_mean_squared_error", ErrorMetrics.rootMeanSquaredError(), OF_ERRORS),
          plain("mean_absolute_error", ErrorMetrics.meanAbsoluteError(), OF_ERRORS),
          plain("r2", Metrics::r2, new Traits(Subject.NUMBERS, Better.LARGER)));

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
          List.of("binary_crossentropy", "binary_focal_crossentropy", "dice", "tversky"),
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

  private record Entry(Options defaults, Function<Options, WeightedMetric> metric, Traits traits) {}

  private MetricCatalogue() {}

  private static Map.Entry<String, Entry> plain(String name, WeightedMetric metric, Traits traits) {
    return Map.entry(name, new Entry(Options.NONE, options -> metric, traits));
  }

  private static Map.Entry<String, Entry> confusion(
      String name, Function<ConfusionMatrix, Double> measure) {
    return Map.entry(
        name,
        new Entry(
            THRESHOLD,
            options -> confusion(measure, options.real("threshold")),
            new Traits(Subject.CLASSES, Better.LARGER)));
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
    BY_NAME.forEach(
        (name, entry) ->
            metrics.put(
                name,
                new BuiltIn(Spec.of(name), entry.metric.apply(entry.defaults), entry.traits)));
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
      return new BuiltIn(spec, entry.metric.apply(options), entry.traits);
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
