package dev.nn.core;

import dev.nn.core.TrainingResult.Outcome;
import dev.nn.core.engine.BatchSource;
import dev.nn.core.engine.Evaluation;
import dev.nn.core.engine.Streams;
import dev.nn.core.engine.TrainingEngine;
import dev.nn.math.Matrix;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
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
  private final float[] parameters;
  private final float[] lastGood;
  private final Dataset train;
  private final TrainingEngine engine;
  private final @Nullable Evaluation evaluation;
  private final TrainingListener[] listeners;
  private final int[] order;
  private final List<EpochRecord> history = new ArrayList<>();
  private final EpochSource source = new EpochSource();
  private int epoch;
  private int position;
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
    this.parameters = parameters;
    this.lastGood = parameters.clone();
    this.train = train;
    int batchSize = Math.min(settings.batchSize(), train.rows());
    this.engine =
        new TrainingEngine(
            network.architecture(),
            parameters,
            settings.loss(),
            settings.optimizer(),
            settings.seed(),
            batchSize,
            settings.threads());
    engine.prepare(batchSize);
    engine.prepare((train.rows() - 1) % batchSize + 1);
    this.evaluation = validation.map(this::evaluation).orElse(null);
    this.listeners = settings.listeners().toArray(TrainingListener[]::new);
    this.order = new int[train.rows()];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
  }

  private Evaluation evaluation(Dataset validation) {
    return new Evaluation(
        network.architecture(),
        parameters,
        settings.loss(),
        new DatasetSource(validation),
        validation.rows(),
        engine.workers());
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
    if (!started) {
      started = true;
      for (TrainingListener listener : listeners) {
        listener.runStarted(this);
      }
    }
    if (epoch == settings.epochs() && position == 0) {
      return end(Outcome.COMPLETED);
    }
    if (position == 0) {
      startEpoch();
    }
    trainBatch();
    if (position == train.rows()) {
      finishEpoch();
    }
    if (Thread.currentThread().isInterrupted()) {
      return end(Outcome.INTERRUPTED);
    }
    if (stopRequested) {
      return end(Outcome.STOPPED);
    }
    return epoch < settings.epochs() || position > 0 || end(Outcome.COMPLETED);
  }

  private boolean end(Outcome how) {
    outcome = how;
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
      shuffle(order, Streams.shuffle(settings.seed(), epoch));
    }
    for (TrainingListener listener : listeners) {
      listener.epochStarted(this);
    }
  }

  /** The order of an epoch depends on the seed and the epoch only, not on earlier epochs. */
  private static void shuffle(int[] order, RandomGenerator random) {
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int swapped = order[i];
      order[i] = order[j];
      order[j] = swapped;
    }
  }

  private void trainBatch() {
    int rows = Math.min(settings.batchSize(), train.rows() - position);
    batchLoss = engine.step(source, rows);
    Optional<String> divergence = engine.divergence();
    if (divergence.isPresent()) {
      failure = new TrainingException(epoch, engine.steps(), divergence.get());
      System.arraycopy(lastGood, 0, parameters, 0, parameters.length);
      end(Outcome.DIVERGED);
      throw failure;
    }
    lossSum += batchLoss * rows;
    position += rows;
    for (TrainingListener listener : listeners) {
      listener.batchEnded(this);
    }
  }

  private void finishEpoch() {
    double loss = lossSum / train.rows();
    OptionalDouble validationLoss = OptionalDouble.empty();
    SortedMap<String, Double> metrics = new TreeMap<>();
    if (evaluation != null) {
      engine.parallel(evaluation::run);
      validationLoss = OptionalDouble.of(evaluation.meanLoss());
      settings
          .metrics()
          .forEach(
              (name, metric) ->
                  metrics.put(name, metric.of(evaluation.predictions(), evaluation.targets())));
    }
    engine.epochEnded(validationLoss.orElse(loss));
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
    position = 0;
    LOG.debug("{}", record);
    for (TrainingListener listener : listeners) {
      listener.epochEnded(this, record);
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

  @Override
  public Model model() {
    return new Model(network, parameters.clone(), Optional.of(train.targets()));
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
    return (position + settings.batchSize() - 1) / settings.batchSize();
  }

  @Override
  public int batches() {
    return (train.rows() - 1) / settings.batchSize() + 1;
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

  /** The training examples of the current batch, in the order of the epoch. */
  private final class EpochSource implements BatchSource {
    @Override
    public void read(int place, int row, Matrix features, Matrix targets) {
      int example = order[position + place];
      train.readFeatures(example, features, row);
      train.readTarget(example, targets, row);
    }
  }

  /** All examples of a data set in its own order. */
  private record DatasetSource(Dataset data) implements BatchSource {
    @Override
    public void read(int place, int row, Matrix features, Matrix targets) {
      data.readFeatures(place, features, row);
      data.readTarget(place, targets, row);
    }
  }
}
