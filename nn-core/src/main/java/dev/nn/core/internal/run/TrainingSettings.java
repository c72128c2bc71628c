package dev.nn.core.internal.run;

import dev.nn.api.Loss;
import dev.nn.api.Optimizer;
import dev.nn.api.Plugin;
import dev.nn.api.Spec;
import dev.nn.core.internal.architecture.Architecture;
import dev.nn.core.internal.engine.Clipping;
import dev.nn.core.internal.engine.EngineSettings;
import dev.nn.core.internal.engine.EngineSettings.Averaging;
import dev.nn.core.metric.Metric;
import dev.nn.core.training.Checkpoints;
import dev.nn.core.training.EarlyStopping;
import dev.nn.core.training.Shuffling;
import dev.nn.core.training.TrainingSummary;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** How a run is to go: the checked values of the trainer's builder. */
public record TrainingSettings(
    Loss loss,
    Optimizer optimizer,
    int epochs,
    int batchSize,
    long seed,
    int threads,
    boolean exactThreads,
    Shuffling shuffling,
    double validationSplit,
    SortedSet<String> undecayed,
    Clipping clipping,
    Averaging averaging,
    ClassWeights classWeights,
    Optional<EarlyStopping> earlyStopping,
    SortedMap<String, Metric> metrics,
    boolean measuresTraining,
    boolean advises,
    Optional<Checkpoints> checkpoints) {

  public TrainingSettings {
    undecayed = Collections.unmodifiableSortedSet(new TreeSet<>(undecayed));
    metrics = Collections.unmodifiableSortedMap(new TreeMap<>(metrics));
  }

  /** The same with what became clear when the data was seen. */
  TrainingSettings resolved(ClassWeights resolvedWeights, SortedMap<String, Metric> allMetrics) {
    return new TrainingSettings(
        loss,
        optimizer,
        epochs,
        batchSize,
        seed,
        threads,
        exactThreads,
        shuffling,
        validationSplit,
        undecayed,
        clipping,
        averaging,
        resolvedWeights,
        earlyStopping,
        allMetrics,
        measuresTraining,
        advises,
        checkpoints);
  }

  /** The part of the settings that the engine needs. */
  public EngineSettings engine(int largestBatch) {
    return new EngineSettings(
        loss, optimizer, undecayed, clipping, averaging, seed, largestBatch, threads, exactThreads);
  }

  /** The plugins of a run: the layers of its network, the loss, the optimizer. */
  public List<Plugin> plugins(Architecture network) {
    List<Plugin> plugins = new ArrayList<>(network.layers());
    plugins.add(loss);
    plugins.add(optimizer);
    return plugins;
  }

  /** How a model came to be. */
  public TrainingSummary summary(int finishedEpochs, long steps) {
    return new TrainingSummary(
        seed, finishedEpochs, steps, Spec.of(loss).toString(), Spec.of(optimizer).toString());
  }
}
