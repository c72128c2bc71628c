package dev.nn.core;

import dev.nn.api.NnException;
import dev.nn.api.Spec;
import dev.nn.core.TrainingResult.Outcome;
import dev.nn.core.TrainingState.Best;
import dev.nn.core.TrainingState.Progress;
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
 * A training run in progress, for one thread at a time. {@link #run} goes to the end; {@link #step}
 * does one step and returns, so that the caller can look, pause, or give up.
 *
 * <pre>{@code
 * try (TrainingSession session = trainer.start(network, train)) {
 *   while (session.step()) {
 *     System.out.println(session.batchLoss());
 *   }
 *   Model model = session.model();
 * }
 * }</pre>
 */
public final class TrainingSession implements TrainingRun, AutoCloseable {
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
  private final TrainingListener[] listeners;
  private final List<EpochRecord> history = new ArrayList<>();
  private int epoch;
  private double lossSum;
  private double batchLoss = Double.NaN;
  private long epochStart;
  private boolean started;
  private boolean stopRequested;
  private @Nullable Outcome outcome;
  private @Nullable TrainingException failure;

  /** Takes the array of parameters over. */
  TrainingSession(
      TrainingSettings settings,
      Network network,
      float[] parameters,
      Dataset train,
      Optional<Dataset> validation) {
    this.settings = settings;
    this.network = network;
    this.targets = train.targets();
    this.parameters = parameters;
    this.lastGood = parameters.clone();
    int batchSize = Math.min(settings.batchSize(), train.rows());
    this.batches = new Batches(train, RowWeights.of(train, settings.classWeights()), batchSize);
    this.engine =
        new TrainingEngine(
            network.architecture(),
            parameters,
            settings.loss(),
            settings.optimizer(),
            settings.clipping(),
            settings.seed(),
            batchSize,
            settings.threads());
    engine.prepare(batchSize);
    engine.prepare((train.rows() - 1) % batchSize + 1);
    this.validation =
        validation
            .map(data -> new Validation(network, parameters, settings, data, engine))
            .orElse(null);
    this.best =
        settings.earlyStopping().map(rule -> new BestWeights(rule, parameters)).orElse(null);
    this.checkpointing = settings.checkpoints().map(Checkpointing::new).orElse(null);
    this.listeners = settings.listeners().toArray(TrainingListener[]::new);
  }

  /** Goes on from where another run with the same settings was. */
  TrainingSession restore(TrainingState state) {
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
    return this;
  }

  /** A copy of everything that a run needs to go on from here. */
  public TrainingState state() {
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

  /** Goes on to the end of the run. */
  public TrainingResult run() {
    try {
      boolean more = true;
      while (more) {
        more = step();
      }
    } catch (TrainingException e) {
      LOG.warn("{}", e.getMessage());
    }
    return result();
  }

  /**
   * Does one step; with the last of an epoch also the validation.
   *
   * @return whether there is more to do
   * @throws TrainingException if the loss or the weights are no longer finite; the model then has
   *     the last good weights
   */
  public boolean step() {
    if (outcome != null) {
      return false;
    }
    start();
    if (isExhausted()) {
      return end(Outcome.STOPPED_EARLY);
    }
    if (isComplete()) {
      return end(Outcome.COMPLETED);
    }
    if (batches.atStart()) {
      startEpoch();
    }
    trainBatch();
    boolean endsEpoch = batches.atEnd();
    if (endsEpoch) {
      finishEpoch();
    }
    checkpoint(endsEpoch);
    if (isExhausted()) {
      return end(Outcome.STOPPED_EARLY);
    }
    if (Thread.currentThread().isInterrupted()) {
      return end(Outcome.INTERRUPTED);
    }
    if (stopRequested) {
      return end(Outcome.STOPPED);
    }
    return !isComplete() || end(Outcome.COMPLETED);
  }

  private void start() {
    if (!started) {
      started = true;
      for (TrainingListener listener : listeners) {
        listener.runStarted(this);
      }
    }
  }

  private boolean isExhausted() {
    return best != null && best.isExhausted();
  }

  private boolean isComplete() {
    return epoch == settings.epochs() && batches.atStart();
  }

  /** Always false: there is no more to do. */
  private boolean end(Outcome how) {
    outcome = how;
    if (best != null && how != Outcome.DIVERGED) {
      best.restore(parameters);
    }
    TrainingResult result = result();
    for (TrainingListener listener : listeners) {
      listener.runEnded(result);
    }
    return false;
  }

  private void startEpoch() {
    epoch++;
    epochStart = System.nanoTime();
    lossSum = 0;
    if (settings.shuffle()) {
      batches.shuffle(settings.seed(), epoch);
    }
    for (TrainingListener listener : listeners) {
      listener.epochStarted(this);
    }
  }

  private void trainBatch() {
    int rows = batches.nextRows();
    batchLoss = engine.step(batches, rows);
    Optional<String> divergence = engine.divergence();
    if (divergence.isPresent()) {
      failure = new TrainingException(epoch, engine.steps(), divergence.get());
      System.arraycopy(lastGood, 0, parameters, 0, parameters.length);
      end(Outcome.DIVERGED);
      throw failure;
    }
    lossSum += batchLoss * rows;
    batches.advance();
    for (TrainingListener listener : listeners) {
      listener.batchEnded(this);
    }
  }

  /** Writes a checkpoint if one is due. */
  private void checkpoint(boolean endsEpoch) {
    if (checkpointing != null && checkpointing.isDue(engine.steps(), endsEpoch, epoch)) {
      checkpointing.write(state());
    }
  }

  private void finishEpoch() {
    double loss = lossSum / batches.rows();
    OptionalDouble validationLoss = OptionalDouble.empty();
    SortedMap<String, Double> metrics = new TreeMap<>();
    if (validation != null) {
      validationLoss = OptionalDouble.of(validation.run());
      metrics = validation.metrics();
    }
    double monitored = validationLoss.orElse(loss);
    engine.epochEnded(monitored);
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
    for (TrainingListener listener : listeners) {
      listener.epochEnded(this, record);
    }
    if (best != null) {
      best.epochEnded(monitored, parameters);
    }
  }

  /** What the run has given so far; its outcome is {@code STOPPED} if it has not ended yet. */
  public TrainingResult result() {
    return new TrainingResult(
        outcome != null ? outcome : Outcome.STOPPED,
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

  @Override
  public Model model() {
    return new Model(network, parameters.clone(), Provenance.of(targets, summary()));
  }

  @Override
  public Network network() {
    return network;
  }

  @Override
  public int epoch() {
    return epoch;
  }

  @Override
  public int epochs() {
    return settings.epochs();
  }

  @Override
  public int batch() {
    return batches.done();
  }

  @Override
  public int batches() {
    return batches.count();
  }

  @Override
  public long steps() {
    return engine.steps();
  }

  @Override
  public double batchLoss() {
    return batchLoss;
  }

  @Override
  public void stop() {
    stopRequested = true;
  }

  /** Ends the session's threads. */
  @Override
  public void close() {
    engine.close();
  }
}
