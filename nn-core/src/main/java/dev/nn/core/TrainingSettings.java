package dev.nn.core;

import dev.nn.api.Loss;
import dev.nn.api.Optimizer;
import dev.nn.api.Spec;
import dev.nn.api.SpecValue;
import dev.nn.core.engine.Clipping;
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
        shuffle,
        validationSplit,
        clipping,
        classWeights,
        earlyStopping,
        other,
        checkpoints,
        listeners);
  }

  /**
   * What decides the weights that a run comes to, as text: two runs with the same text on the same
   * data go the same way. The number of epochs is not part of it, so that a run may be made longer.
   */
  String fingerprint(int rows) {
    Spec spec =
        Spec.of("training")
            .with("loss", Spec.of(loss))
            .with("optimizer", Spec.of(optimizer))
            .with("batch_size", new SpecValue.Decimal((long) batchSize))
            .with("seed", new SpecValue.Decimal(seed))
            .with("shuffle", new SpecValue.Flag(shuffle))
            .with("rows", new SpecValue.Decimal((long) rows))
            .with("clipping", new SpecValue.Text(clipping.toString()))
            .with("class_weights", new SpecValue.Text(classWeights.toString()))
            .with("early_stopping", new SpecValue.Text(earlyStopping.toString()));
    return spec.toString();
  }
}
