package dev.nn.spark.cluster;

import dev.nn.api.NnException;
import dev.nn.core.metric.Better;
import dev.nn.core.metric.Metrics;
import dev.nn.core.training.EarlyStopping;
import dev.nn.spark.round.Mode;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a training is to go, as the params of an estimator say it; an empty text stands for none. */
public record TrainingWish(
    String layers,
    String loss,
    String optimizer,
    String withoutWeightDecay,
    String validationIndicatorCol,
    String mode,
    String earlyStopping,
    String metrics,
    String checkpointDir,
    int epochs,
    int batchSize,
    int shards,
    int rounds,
    long seed) {
  private static final Pattern STOPPING = Pattern.compile("(?:(.+):)?\\s*(\\d{1,9})");

  /** A comma that is not within the parentheses of a spec. */
  private static final Pattern BETWEEN_SPECS = Pattern.compile(",(?![^(]*\\))");

  public TrainingWish {
    if (layers.isBlank()) {
      throw new NnException(
          "layers is not set: the last layer says how many outputs there are, as in"
              + " setLayers(\"dense(units=64, activation=relu), dense(units=3, activation=softmax)\")");
    }
    require("maxIter", epochs, 1);
    require("batchSize", batchSize, 1);
    require("shards", shards, 1);
    require("rounds", rounds, 0);
  }

  private static void require(String what, int value, int least) {
    if (value < least) {
      throw new NnException("%s must be at least %s, got %s".formatted(what, least, value));
    }
  }

  Mode howRoundsGo() {
    return Mode.of(mode);
  }

  /** The rule of early stopping. */
  Optional<EarlyStopping> stopping() {
    if (earlyStopping.isBlank()) {
      return Optional.empty();
    }
    Matcher parts = STOPPING.matcher(earlyStopping.strip());
    if (!parts.matches()) {
      throw new NnException(
          "earlyStopping is \"%s\": take a patience in epochs, as 5, or a metric and a patience, as accuracy:5"
              .formatted(earlyStopping));
    }
    int patience = Integer.parseInt(parts.group(2));
    if (parts.group(1) == null) {
      return Optional.of(new EarlyStopping(patience));
    }
    String metric = parts.group(1).strip();
    boolean isLarger = Metrics.of(metric).better().equals(Optional.of(Better.LARGER));
    return Optional.of(
        isLarger
            ? EarlyStopping.onLarger(metric, patience)
            : EarlyStopping.onSmaller(metric, patience));
  }

  /** All metrics to be measured, that of early stopping included. */
  Set<String> measured() {
    Set<String> names = new LinkedHashSet<>();
    BETWEEN_SPECS
        .splitAsStream(metrics)
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .forEach(names::add);
    stopping().flatMap(EarlyStopping::metric).ifPresent(names::add);
    if (!names.isEmpty() && validationIndicatorCol.isBlank()) {
      throw new NnException(
          "there are no rows to measure %s on: set validationIndicatorCol to a column that is true for them"
              .formatted(String.join(", ", names)));
    }
    return names;
  }
}
