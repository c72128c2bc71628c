package dev.nn.core;

import dev.nn.api.NnException;
import dev.nn.api.Spec;
import dev.nn.core.TrainingResult.Outcome;
import dev.nn.core.TrainingState.Best;
import dev.nn.core.TrainingState.Progress;
import dev.nn.core.engine.Divergence;
import dev.nn.core.engine.TrainingEngine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Epochs, batches, validation, early stopping, checkpoints: what a {@link TrainingSession} does
 * step by step.
 */
final class TrainingLoop {
  private static final Logger LOG = LoggerFactory.getLogger(TrainingSession.class);

  private final TrainingSettings settings;
  private final Network network;
  private final Targets targets;
  private final float[] parameters;
  private final float[] lastGood;
  private final Batches batches;
  private final TrainingEngine engine;
  private final @Nullable Validation validation;
  private final @Nullable BestWeights best;
  private final @Nullable Checkpointing checkpointing;
  private final Listeners listeners;
  private final List<EpochRecord> history = new ArrayList<>();
  private int epoch;
  private double lossSum;
  private double batchLoss = Double.NaN;
  private long epochStart;
  private boolean started;
  private volatile boolean stopRequested;
  private @Nullable Outcome outcome;
  private @Nullable TrainingException failure;

  /**
   * Takes the array of parameters over.
   *
   * @param run what listeners are given
   */
  TrainingLoop(
      TrainingSettings settings,
      Network network,
      float[] parameters,
      Dataset train,
      Optional<Dataset> validation,
      TrainingRun run) {
    this.settings = settings;
    this.network = network;
    this.targets = train.targets();
    this.parameters = parameters;
    this.lastGood = parameters.clone();
    int batchSize = Math.min(settings.batchSize(), train.rows());
    this.batches = new Batches(train, RowWeights.of(train, settings.classWeights()), batchSize);
    this.engine =
        new TrainingEngine(network.architecture(), parameters, settings.engine(batchSize));
    try {
      engine.prepare(batchSize);
      engine.prepare((train.rows() - 1) % batchSize + 1);
      this.validation =
          validation
              .map(data -> new Validation(network, parameters, settings, data, engine))
              .orElse(null);
    } catch (RuntimeException | Error e) {
      engine.close();
      throw e;
    }
    this.best =
        settings.earlyStopping().map(rule -> new BestWeights(rule, parameters)).orElse(null);
    this.checkpointing = settings.checkpoints().map(Checkpointing::new).orElse(null);
    this.listeners = new Listeners(settings.listeners(), run);
  }

  /** Goes on from where another run with the same settings was. */
  void restore(TrainingState state) {
    String expected = settings.fingerprint(batches.rows());
    if (!state.settings().equals(expected)) {
      throw new NnException(
          "the state was made with other settings:\n  %s\nthan this trainer's:\n  %s"
              .formatted(state.settings(), expected));
    }
    epochStart = System.nanoTime();
    engine.restore(state.engine());
    System.arraycopy(state.lastGood(), 0, lastGood, 0, lastGood.length);
    epoch = state.progress().epoch();
    lossSum = state.progress().lossSum();
    history.addAll(state.progress().history());
    if (settings.shuffle() && epoch > 0) {
      batches.shuffle(settings.seed(), epoch);
    }
    batches.restore(state.progress().position());
    if (best != null) {
      state.best().ifPresent(b -> best.restoreState(b.loss, b.epochsWithout, b.weights));
    }
  }

  /** A copy of everything that a run needs to go on from here. */
  TrainingState state() {
    return new TrainingState(
        network,
        Provenance.of(targets, summary()),
        settings.fingerprint(batches.rows()),
        parameters.clone(),
        lastGood.clone(),
        engine.state(),
        new Progress(epoch, batches.position(), lossSum, history),
        Optional.ofNullable(best)
            .map(b -> new Best(b.best(), b.epochsWithout(), b.copyOfWeights())));
  }

  /** Does one step; whether there is more to do. */
  boolean step() {
    if (!started) {
      started = true;
      listeners.runStarted();
    }
    if (isExhausted()) {
      return end(Outcome.STOPPED_EARLY);
    }
    if (isComplete()) {
      return end(Outcome.COMPLETED);
    }
    if (batches.atStart()) {
      startEpoch();
    }
    if (!batches.atEnd()) {
      trainBatch();
    }
    boolean endsEpoch = batches.atEnd();
    if (endsEpoch && !finishEpoch()) {
      return end(Outcome.INTERRUPTED);
    }
    if (checkpointing != null && checkpointing.isDue(engine.steps(), endsEpoch, epoch)) {
      checkpointing.write(state());
    }
    return endIfDue();
  }

  private boolean endIfDue() {
    if (isExhausted()) {
      return end(Outcome.STOPPED_EARLY);
    }
    if (isComplete()) {
      return end(Outcome.COMPLETED);
    }
    if (Thread.currentThread().isInterrupted()) {
      return end(Outcome.INTERRUPTED);
    }
    return !stopRequested || end(Outcome.STOPPED);
  }

  private boolean isExhausted() {
    return best != null && best.isExhausted();
  }

  private boolean isComplete() {
    return epoch >= settings.epochs() && batches.atStart();
  }

  /** Always false: there is no more to do. */
  private boolean end(Outcome how) {
    outcome = how;
    listeners.runEnded(result(), failure);
    return false;
  }

  private void startEpoch() {
    epoch++;
    epochStart = System.nanoTime();
    lossSum = 0;
    if (settings.shuffle()) {
      batches.shuffle(settings.seed(), epoch);
    }
    listeners.epochStarted();
  }

  private void trainBatch() {
    int rows = batches.nextRows();
    batchLoss = engine.step(batches, rows);
    Optional<Divergence> divergence = engine.divergence();
    if (divergence.isPresent()) {
      failure =
          new TrainingException(
              epoch, engine.steps(), divergence.get().layer(), divergence.get().problem());
      System.arraycopy(lastGood, 0, parameters, 0, parameters.length);
      end(Outcome.DIVERGED);
      throw failure;
    }
    lossSum += batchLoss * rows;
    batches.advance();
    listeners.batchEnded();
  }

  /**
   * Validates and notes what the epoch brought; false if the thread was interrupted before that was
   * done.
   */
  private boolean finishEpoch() {
    double loss = lossSum / batches.rows();
    OptionalDouble validationLoss = OptionalDouble.empty();
    SortedMap<String, Double> metrics = new TreeMap<>();
    if (validation != null) {
      validationLoss = validation.run();
      if (validationLoss.isEmpty()) {
        return false;
      }
      metrics = validation.metrics();
    }
    double monitored = validationLoss.orElse(loss);
    engine.epochEnded(monitored);
    if (best != null) {
      best.epochEnded(monitored, parameters);
    }
    System.arraycopy(parameters, 0, lastGood, 0, parameters.length);
    EpochRecord record =
        new EpochRecord(
            epoch,
            loss,
            validationLoss,
            metrics,
            engine.learningRate(),
            Duration.ofNanos(System.nanoTime() - epochStart));
    history.add(record);
    batches.rewind();
    LOG.debug("{}", record);
    listeners.epochEnded(record);
    return true;
  }

  /** What the run has given so far; its outcome is {@code RUNNING} if it has not ended yet. */
  TrainingResult result() {
    return new TrainingResult(
        outcome != null ? outcome : Outcome.RUNNING,
        history,
        model(),
        Optional.ofNullable(failure));
  }

  private TrainingSummary summary() {
    return new TrainingSummary(
        settings.seed(),
        history.size(),
        engine.steps(),
        Spec.of(settings.loss()).toString(),
        Spec.of(settings.optimizer()).toString());
  }

  /**
   * The model with the weights of this moment; once the run has ended, with those of the best epoch
   * if early stopping watches it.
   */
  Model model() {
    boolean isOver = outcome != null && failure == null;
    float[] weights =
        isOver && best != null && best.exists() ? best.copyOfWeights() : parameters.clone();
    return new Model(network, weights, Provenance.of(targets, summary()));
  }

  /** The model with the weights of the last finished epoch. */
  Model lastGoodModel() {
    return new Model(network, lastGood.clone(), Provenance.of(targets, summary()));
  }

  Optional<Outcome> outcome() {
    return Optional.ofNullable(outcome);
  }

  Network network() {
    return network;
  }

  int epoch() {
    return epoch;
  }

  int epochs() {
    return settings.epochs();
  }

  Batches batches() {
    return batches;
  }

  long steps() {
    return engine.steps();
  }

  double batchLoss() {
    return batchLoss;
  }

  void stop() {
    stopRequested = true;
  }

  void close() {
    engine.close();
  }
}
