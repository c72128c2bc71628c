package dev.nn.core;

import dev.nn.core.TrainingResult.Outcome;
import dev.nn.core.engine.Divergence;
import dev.nn.core.engine.TrainingEngine;
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
  private final List<PluginRecord> plugins;
  private final RunWeights weights;
  private final Batches batches;
  private final DataHash data;
  private final Optional<DataHash> validationData;
  private final TrainingEngine engine;
  private final @Nullable Validation validation;
  private final @Nullable Checkpointing checkpointing;
  private final Listeners listeners;
  private final EpochLog log = new EpochLog();
  private double batchLoss = Double.NaN;
  private boolean started;
  private volatile boolean stopRequested;
  private @Nullable Outcome outcome;
  private @Nullable TrainingException failure;

  /**
   * Takes the array of parameters over.
   *
   * @param checkpointing will be closed with the loop
   * @param run what listeners are given
   */
  TrainingLoop(
      TrainingSettings settings,
      Optional<Checkpointing> checkpointing,
      Network network,
      float[] parameters,
      Dataset train,
      Optional<Dataset> validation,
      TrainingRun run) {
    this.settings = settings;
    this.network = network;
    this.targets = train.targets();
    this.plugins = settings.plugins(network);
    this.weights = new RunWeights(parameters, settings.earlyStopping());
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
    } catch (Throwable e) {
      engine.close();
      throw e;
    }
    this.checkpointing = checkpointing.orElse(null);
    this.data = new DataHash(train);
    this.validationData = validation.map(DataHash::new);
    this.listeners = new Listeners(settings.listeners(), run);
  }

  /** Goes on from where another run with the same settings was. */
  void restore(TrainingState state) {
    Fingerprint.check(state.settings(), fingerprint());
    engine.restore(state.engine());
    weights.restore(state);
    log.restore(state.progress());
    if (settings.shuffle() && log.epoch() > 0) {
      batches.shuffle(settings.seed(), log.epoch());
    }
    batches.restore(state.progress().position());
  }

  private String fingerprint() {
    return Fingerprint.of(settings, batches.rows(), data, validationData);
  }

  /** A copy of everything that a run needs to go on from here. */
  TrainingState state() {
    return new TrainingState(
        network,
        provenance(),
        fingerprint(),
        weights.copy(),
        weights.copyOfLastGood(),
        engine.state(),
        log.progress(batches.position()),
        weights.best());
  }

  /** Ends the run because its thread was interrupted while it was prepared. */
  void interrupted() {
    outcome = Outcome.INTERRUPTED;
  }

  /** Does one step; whether there is more to do. */
  boolean step() {
    if (!started) {
      started = true;
      listeners.runStarted();
    }
    if (weights.isExhausted()) {
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
    if (checkpointing != null && checkpointing.isDue(engine.steps(), endsEpoch, log.epoch())) {
      checkpointing.write(state());
    }
    return endIfDue();
  }

  private boolean endIfDue() {
    if (weights.isExhausted()) {
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

  private boolean isComplete() {
    return log.history().size() >= settings.epochs();
  }

  /** Always false: there is no more to do. */
  private boolean end(Outcome how) {
    outcome = how;
    listeners.runEnded(result(), failure);
    return false;
  }

  private void startEpoch() {
    log.epochStarted();
    if (settings.shuffle()) {
      batches.shuffle(settings.seed(), log.epoch());
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
              log.epoch(), engine.steps(), divergence.get().layer(), divergence.get().problem());
      weights.rollBack();
      end(Outcome.DIVERGED);
      throw failure;
    }
    log.batchEnded(batchLoss, rows);
    batches.advance();
    listeners.batchEnded();
  }

  /**
   * Validates and notes what the epoch brought; false if the thread was interrupted before that was
   * done.
   */
  private boolean finishEpoch() {
    double loss = log.loss(batches.rows());
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
    weights.epochEnded(monitored);
    EpochRecord record = log.epochEnded(loss, validationLoss, metrics, engine.learningRate());
    batches.rewind();
    LOG.debug("{}", record);
    listeners.epochEnded(record);
    return true;
  }

  /** What the run has given so far; its outcome is {@code RUNNING} if it has not ended yet. */
  TrainingResult result() {
    return new TrainingResult(
        outcome != null ? outcome : Outcome.RUNNING,
        log.history(),
        model(),
        Optional.ofNullable(failure));
  }

  /**
   * The model with the weights of this moment; once the run has ended, with those of the best epoch
   * if early stopping watches it.
   */
  Model model() {
    boolean isOver = outcome != null && failure == null;
    return model(isOver ? weights.copyOfBest() : weights.copy());
  }

  /** The model with the weights of the last finished epoch. */
  Model lastGoodModel() {
    return model(weights.copyOfLastGood());
  }

  private Model model(float[] copy) {
    return new Model(network, copy, provenance());
  }

  private Provenance provenance() {
    TrainingSummary summary = settings.summary(log.history().size(), engine.steps());
    return Provenance.of(targets, summary, plugins);
  }

  Optional<Outcome> outcome() {
    return Optional.ofNullable(outcome);
  }

  Network network() {
    return network;
  }

  int epoch() {
    return log.epoch();
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
    if (checkpointing != null) {
      checkpointing.close();
    }
  }
}
