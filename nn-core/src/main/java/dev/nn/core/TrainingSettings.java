package dev.nn.core;

import dev.nn.api.Loss;
import dev.nn.api.Optimizer;
import dev.nn.api.Spec;
import dev.nn.api.SpecValue;
import dev.nn.core.engine.Clipping;
import dev.nn.core.engine.EngineSettings;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** How a run goes; the values of {@link TrainerBuilder}, checked. */
record TrainingSettings(
    Loss loss,
    Optimizer optimizer,
    int epochs,
    int batchSize,
    long seed,
    int threads,
    boolean exactThreads,
    boolean shuffle,
    double validationSplit,
    Clipping clipping,
    List<Double> classWeights,
    Optional<EarlyStopping> earlyStopping,
    SortedMap<String, Metric> metrics,
    Optional<Checkpoints> checkpoints,
    List<TrainingListener> listeners) {

  TrainingSettings {
    classWeights = List.copyOf(classWeights);
    metrics = Collections.unmodifiableSortedMap(new TreeMap<>(metrics));
    listeners = List.copyOf(listeners);
  }

  TrainingSettings withMetrics(SortedMap<String, Metric> other) {
    return new TrainingSettings(
        loss,
        optimizer,
        epochs,
        batchSize,
        seed,
        threads,
        exactThreads,
        shuffle,
        validationSplit,
        clipping,
        classWeights,
        earlyStopping,
        other,
        checkpoints,
        listeners);
  }

  /** The part of the settings that the engine needs. */
  EngineSettings engine(int largestBatch) {
    return new EngineSettings(loss, optimizer, clipping, seed, largestBatch, threads, exactThreads);
  }

  /** How a model came to be. */
  TrainingSummary summary(int finishedEpochs, long steps) {
    return new TrainingSummary(
        seed, finishedEpochs, steps, Spec.of(loss).toString(), Spec.of(optimizer).toString());
  }

  /**
   * What decides the weights that a run comes to, as text: two runs with the same text on the same
   * data go the same way. The number of epochs is not part of it, so that a run may be made longer.
   */
  String fingerprint(int rows) {
    return Spec.of("training")
        .with("loss", Spec.of(loss))
        .with("optimizer", Spec.of(optimizer))
        .with("batch_size", new SpecValue.Decimal((long) batchSize))
        .with("seed", new SpecValue.Decimal(seed))
        .with("shuffle", new SpecValue.Flag(shuffle))
        .with("rows", new SpecValue.Decimal((long) rows))
        .with("validation_split", new SpecValue.Decimal(validationSplit))
        .with("clip_value", bound(clipping.value()))
        .with(clipping.isGlobal() ? "global_clip_norm" : "clip_norm", bound(clipping.norm()))
        .with(
            "class_weights",
            new SpecValue.Items(
                classWeights.stream()
                    .<SpecValue>map(weight -> new SpecValue.Decimal((double) weight))
                    .toList()))
        .with(
            "early_stopping",
            earlyStopping.<SpecValue>map(TrainingSettings::spec).orElseGet(SpecValue.None::new))
        .toString();
  }

  private static SpecValue bound(double value) {
    return Double.isInfinite(value) ? new SpecValue.None() : new SpecValue.Decimal(value);
  }

  private static Spec spec(EarlyStopping rule) {
    return Spec.of("early_stopping")
        .with("patience", new SpecValue.Decimal((long) rule.patience()))
        .with("min_delta", new SpecValue.Decimal(rule.minDelta()));
  }
}
