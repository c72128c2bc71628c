package dev.nn.core.internal.run;

import dev.nn.core.internal.architecture.Architecture;
import dev.nn.core.internal.architecture.PluginFailure;
import dev.nn.core.internal.engine.Divergence;
import dev.nn.core.internal.engine.TrainingEngine;
import dev.nn.core.internal.saved.Provenance;
import dev.nn.core.internal.saved.RunState;
import dev.nn.core.internal.saved.SettingsText;
import dev.nn.core.plugin.PluginRecord;
import dev.nn.core.training.EpochRecord;
import dev.nn.core.training.Outcome;
import dev.nn.core.training.TrainingException;
import dev.nn.core.training.TrainingSummary;
import dev.nn.math.kernel.Kernels;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Epochs, batches, validation, early stopping, checkpoints: what a training session does step by
 * step.
 */
public final class TrainingLoop {
  private static final Logger LOG = LoggerFactory.getLogger("dev.nn.core.TrainingSession");
  private static final Logger THREADS = LoggerFactory.getLogger("dev.nn.core.Trainer");

  private final TrainingSettings settings;
  private final Architecture network;
  private final List<PluginRecord> plugins;
  private final RunWeights weights;
  private final Batches batches;
  private final Examples train;
  private final Optional<Examples> validationExamples;
  private final TrainingEngine engine;
  private final @Nullable Validation validation;
  private final @Nullable Validation trainingMetrics;
  private final @Nullable Checkpointing checkpointing;
  private final RunEvents events;
  private final @Nullable LearningWatch watch;
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
   * @param events is told how the run proceeds
   */
  TrainingLoop(
      TrainingSettings settings,
      Optional<Checkpointing> checkpointing,
      Architecture network,
      float[] parameters,
      Examples train,
      Optional<Examples> validation,
      RunEvents events) {
    this.settings = settings;
    this.network = network;
    this.train = train;
    this.validationExamples = validation;
    this.plugins = PluginRecord.of(settings.plugins(network));
    this.weights = new RunWeights(parameters, settings.earlyStopping());
    int batchSize = Math.min(settings.batchSize(), train.rows());
    this.batches = new Batches(train, batchSize);
    this.engine = new TrainingEngine(network, parameters, settings.engine(batchSize));
    THREADS.info(
        "training on at most {} threads with the kernels \"{}\" ({})",
        engine.workers(),
        Kernels.active().name(),
        Kernels.reason());
    try {
      engine.prepare(batchSize);
      engine.prepare((train.rows() - 1) % batchSize + 1);
      this.validation =
          validation
              .map(
                  rows -> new Validation("validation", network, parameters, settings, rows, engine))
              .orElse(null);
      this.trainingMetrics =
          settings.measuresTraining()
              ? new Validation("training", network, parameters, settings, train, engine)
              : null;
    } catch (Throwable e) {
      engine.close();
      throw e;
    }
    this.watch =
        settings.advises()
            ? new LearningWatch(
                network,
                parameters,
                train,
                settings.epochs(),
                engine.isFused(),
                () -> lossOnTraining(parameters))
            : null;
    this.checkpointing = checkpointing.orElse(null);
    this.events = events;
  }

  private OptionalDouble lossOnTraining(float[] parameters) {
    TrainingSettings lossOnly = settings.resolved(settings.classWeights(), new TreeMap<>());
    return new Validation("training", network, parameters, lossOnly, train, engine).run();
  }

  /** Goes on from where another run with the same settings was. */
  void restore(RunState state) {
    SettingsText.check(state.settings(), fingerprint());
    engine.restore(state.engine());
    weights.restore(state);
    log.restore(state.progress());
    if (log.epoch() > 0) {
      shuffle();
    }
    batches.restore(state.progress().position());
  }

  private String fingerprint() {
    return Fingerprint.of(settings, train, validationExamples);
  }

  /** A copy of everything that a run needs to go on from here. */
  public RunState state() {
    return new RunState(
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

  /**
   * Does one step, and returns whether there is more to do.
   *
   * @throws TrainingException if the run has diverged, or a plugin has thrown something
   */
  public boolean step() {
    try {
      return trainAndEnd();
    } catch (PluginFailure e) {
      throw FailedPlugin.inTraining(e, log.epoch(), engine.steps());
    }
  }

  private boolean trainAndEnd() {
    if (!started) {
      started = true;
      events.runStarted();
      if (watch != null) {
        watch.runStarted();
      }
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

  /** Ends the run and returns false, because there is no more to do. */
  private boolean end(Outcome how) {
    outcome = how;
    events.runEnded();
    return false;
  }

  private void startEpoch() {
    log.epochStarted();
    shuffle();
    events.epochStarted();
  }

  private void shuffle() {
    switch (settings.shuffling()) {
      case EACH_EPOCH -> batches.shuffle(settings.seed(), log.epoch());
      case ONCE -> batches.shuffle(settings.seed(), 1);
      case NEVER -> {}
    }
  }

  private void trainBatch() {
    int rows = batches.nextRows();
    try {
      batchLoss = engine.step(batches, rows);
    } catch (PluginFailure e) {
      throw FailedPlugin.inTraining(e, log.epoch(), engine.steps() + 1);
    }
    Optional<Divergence> divergence = engine.divergence();
    if (divergence.isPresent()) {
      failure =
          new TrainingException(
              log.epoch(),
              engine.steps(),
              divergence.get().layer(),
              FailedPlugin.problem(divergence.get()));
      weights.rollBack();
      end(Outcome.DIVERGED);
      throw failure;
    }
    if (watch != null) {
      if (engine.steps() == 1) {
        watch.firstStepEnded(weights.copyOfLastGood(), batchLoss, engine.learningRate());
      }
      watch.stepEnded(engine, batchLoss, log.epoch(), rows);
    }
    log.batchEnded(batchLoss, rows);
    batches.advance();
    events.batchEnded();
  }

  /**
   * Validates and records the epoch. Returns false if the thread was interrupted before that was
   * done.
   */
  private boolean finishEpoch() {
    double loss = log.loss(batches.rows());
    OptionalDouble validationLoss = OptionalDouble.empty();
    SortedMap<String, Double> metrics = new TreeMap<>();
    SortedMap<String, Double> onTraining = new TreeMap<>();
    if (trainingMetrics != null) {
      if (trainingMetrics.run().isEmpty()) {
        return false;
      }
      onTraining = trainingMetrics.metrics();
    }
    if (validation != null) {
      validationLoss = validation.run();
      if (validationLoss.isEmpty()) {
        return false;
      }
      metrics = validation.metrics();
    }
    engine.epochEnded(validationLoss.orElse(loss));
    EpochRecord record =
        log.epochEnded(loss, onTraining, validationLoss, metrics, engine.learningRate());
    weights.epochEnded(record);
    if (watch != null) {
      watch.epochEnded(record, engine.steps());
    }
    batches.rewind();
    LOG.debug("{}", record);
    events.epochEnded(record);
    return true;
  }

  /** How the run ended; {@code RUNNING} if it has not ended yet. */
  public Outcome outcome() {
    return outcome != null ? outcome : Outcome.RUNNING;
  }

  /** The epochs that are finished. */
  public List<EpochRecord> history() {
    return log.history();
  }

  /** Why the run diverged, if it did. */
  public Optional<TrainingException> failure() {
    return Optional.ofNullable(failure);
  }

  /**
   * A copy of the weights of this moment; once the run has ended, of those of the best epoch if
   * early stopping watches it.
   */
  public float[] weights() {
    boolean isOver = outcome != null && failure == null;
    return isOver ? weights.copyOfBest() : weights.copy();
  }

  /** The epoch of which {@link #weights} are, once the run has ended and early stopping chose. */
  public OptionalInt bestEpoch() {
    OptionalInt since = weights.epochsSinceBest();
    return outcome != null && failure == null && since.isPresent()
        ? OptionalInt.of(log.history().size() - since.getAsInt())
        : OptionalInt.empty();
  }

  /** What was said of a run that does not learn as it should. */
  public List<String> advice() {
    return watch != null ? watch.said() : List.of();
  }

  /** A copy of the weights of the last finished epoch. */
  public float[] lastGoodWeights() {
    return weights.copyOfLastGood();
  }

  /** What is known of a model with the weights of this moment. */
  public Provenance provenance() {
    TrainingSummary summary = settings.summary(log.history().size(), engine.steps());
    return Provenance.of(train.data(), summary, plugins);
  }

  public int epoch() {
    return log.epoch();
  }

  public int epochs() {
    return settings.epochs();
  }

  /** Steps done in the current epoch. */
  public int batch() {
    return batches.done();
  }

  /** Steps of an epoch. */
  public int batches() {
    return batches.count();
  }

  public long steps() {
    return engine.steps();
  }

  public double batchLoss() {
    return batchLoss;
  }

  public void stop() {
    stopRequested = true;
  }

  public void close() {
    engine.close();
    if (checkpointing != null) {
      checkpointing.close();
    }
  }
}
