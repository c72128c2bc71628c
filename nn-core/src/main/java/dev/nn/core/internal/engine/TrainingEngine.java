package dev.nn.core.internal.engine;

import dev.nn.api.FusedLoss;
import dev.nn.api.Loss;
import dev.nn.api.Optimizer;
import dev.nn.core.internal.architecture.Architecture;
import dev.nn.core.internal.architecture.FusedLosses;
import dev.nn.core.internal.architecture.Stage;
import dev.nn.core.internal.health.Magnitudes;
import dev.nn.core.internal.health.UnitHealth;
import dev.nn.core.internal.parallel.Crew;
import dev.nn.core.internal.parallel.Pace;
import dev.nn.core.internal.parallel.Part;
import dev.nn.core.internal.parallel.TileQueue;
import dev.nn.math.Matrix;
import dev.nn.math.kernel.Kernels;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Does training steps on a network's flat array of parameters. It owns all state of a run: the
 * optimizer's slots, the activations of the batch, the threads. One thread at a time may call it.
 *
 * <p>A step has two phases, {@link RowPhase} and {@link ParameterPhase}. No sum is split by worker,
 * so the parameters after a step are the same bits for any number of workers.
 */
public final class TrainingEngine implements AutoCloseable {
  private final Architecture architecture;
  private final Loss loss;
  private final Optional<FusedLoss> fused;
  private final Optimizer optimizer;
  private final EngineSettings.Averaging averaging;
  private final TrainingArrays arrays;
  private final StepClock clock;
  private final BatchMemory memory;
  private final Matrix targets;
  private final @Nullable Matrix[][] transposed;
  private final ParameterPhase parameterPhase;
  private final Crew crew;
  private final Pace pace;
  private final @Nullable Plan[] @Nullable [] plans;
  private long steps;
  private @Nullable Divergence divergence;

  /** The phases for a batch of one size. */
  private static final class Plan {
    final RowPhase rowPhase;
    final TileQueue tiles;
    final Part[] program;

    Plan(RowPhase rowPhase, TileQueue tiles, List<Part> program) {
      this.rowPhase = rowPhase;
      this.tiles = tiles;
      this.program = program.toArray(Part[]::new);
    }
  }

  /**
   * Makes an engine.
   *
   * @param parameters the flat array, which steps update
   */
  public TrainingEngine(Architecture architecture, float[] parameters, EngineSettings settings) {
    this.architecture = architecture;
    this.loss = settings.loss();
    this.fused = FusedLosses.of(architecture, settings.loss());
    this.optimizer = settings.optimizer();
    this.averaging = settings.averaging();
    this.arrays = new TrainingArrays(architecture, parameters, settings.optimizer());
    this.clock = new StepClock(settings.seed());
    this.memory = BatchMemory.forTraining(architecture, parameters, settings.batchSize());
    this.targets =
        Matrix.zeros(
            settings.batchSize(), settings.loss().targetColumns(architecture.output().size()));
    this.transposed = transposes(architecture, parameters);
    this.parameterPhase = new ParameterPhase(arrays, settings, clock, transposed);
    int processors = Runtime.getRuntime().availableProcessors();
    this.crew =
        new Crew(
            settings.exactThreads()
                ? settings.threads()
                : Math.min(settings.threads(), processors));
    this.pace = settings.exactThreads() ? Pace.fixed(crew.size()) : Pace.upTo(crew.size());
    this.plans = new Plan[settings.batchSize() + 1][];
  }

  /**
   * The transposes that layers asked for, by stage and parameter, of frozen parameters too; the
   * first layer has no input gradient and so no use for one.
   */
  private static @Nullable Matrix[][] transposes(Architecture architecture, float[] parameters) {
    @Nullable Matrix[][] result = new Matrix[architecture.stages().size()][];
    for (Stage stage : architecture.stages()) {
      @Nullable Matrix[] ofStage = new Matrix[stage.parameters().size()];
      if (stage.wiring().wantsInputGradient()) {
        for (int index : stage.needs().transposed()) {
          Matrix weights = stage.parameters().get(index).in(parameters);
          Matrix target = Matrix.padded(weights.columns(), weights.rows());
          Kernels.active().transpose(weights, target);
          ofStage[index] = target;
        }
      }
      result[stage.index()] = ofStage;
    }
    return result;
  }

  /** Makes all that a step with so many rows needs, so that the step itself allocates nothing. */
  public void prepare(int rows) {
    for (int workers : pace.candidates()) {
      plan(rows, workers);
    }
  }

  private Plan plan(int rows, int workers) {
    @Nullable Plan[] plansByWorkers = plans[rows];
    if (plansByWorkers == null) {
      plansByWorkers = new Plan[crew.size() + 1];
      plans[rows] = plansByWorkers;
    }
    Plan plan = plansByWorkers[workers];
    if (plan == null) {
      plan = newPlan(rows, workers);
      plansByWorkers[workers] = plan;
    }
    return plan;
  }

  private Plan newPlan(int rows, int workers) {
    RowPhase rowPhase =
        new RowPhase(architecture, memory, targets, rows, workers, loss, fused, transposed, clock);
    TileQueue queue = new TileQueue(parameterPhase.shares(workers));
    List<Part> program = new ArrayList<>(rowPhase.parts());
    TilePass[] tilePasses = parameterPhase.tilePasses(memory, rows);
    for (Part part : parameterPhase.parts(tilePasses, workers, queue)) {
      program.add(
          worker -> {
            if (Double.isFinite(rowPhase.meanLoss())) {
              part.run(worker);
            }
          });
    }
    return new Plan(rowPhase, queue, program);
  }

  /**
   * Shows the units of the last step's batch, as they were before its update, and how large the
   * numbers were.
   *
   * @param rows of that batch
   */
  public void look(Map<Stage, UnitHealth> healths, Magnitudes magnitudes, int rows) {
    magnitudes.look(-1, memory.features().rows(0, rows));
    for (Stage stage : architecture.stages()) {
      magnitudes.look(stage.index(), memory.stage(stage.index()).output().rows(0, rows));
    }
    healths.forEach(
        (stage, health) -> {
          StageMemory shown = memory.stage(stage.index()).rows(0, rows);
          health.look(shown.preActivation().orElseThrow(), shown.output());
        });
  }

  /**
   * Does one step. If the loss or the learning rate is not finite, there is no update, and {@link
   * #divergence} tells why. The step is counted all the same.
   *
   * @return the batch's loss before the update, penalties included
   */
  public double step(BatchSource source, int rows) {
    int workers = pace.workers();
    Plan plan = plan(rows, workers);
    plan.rowPhase.source(source, averaging);
    plan.tiles.refill();
    double learningRate = arrays.state().nextRate(steps);
    if (!Double.isFinite(learningRate)) {
      divergence = Divergence.ofRate(optimizer.learningRate(), learningRate);
      steps++;
      return Double.NaN;
    }
    clock.set(steps, learningRate);
    arrays.state().prepare(steps);
    long start = System.nanoTime();
    crew.run(workers, plan.program);
    pace.took(System.nanoTime() - start);
    double batchLoss = plan.rowPhase.meanLoss();
    checkDivergence(batchLoss, rows);
    steps++;
    return batchLoss + parameterPhase.penalty();
  }

  /**
   * Does the part of a step that comes before the update: the gradients of a batch, penalties
   * included, with the calling thread alone. Nothing is counted as a step.
   *
   * @return the batch's loss, penalties included
   */
  public double gradient(BatchSource source, int rows) {
    RowPhase rowPhase =
        new RowPhase(architecture, memory, targets, rows, 1, loss, fused, transposed, clock);
    rowPhase.source(source, averaging);
    clock.set(steps, Double.NaN);
    List<Part> program = new ArrayList<>(rowPhase.parts());
    program.add(parameterPhase.gradients(parameterPhase.tilePasses(memory, rows)));
    crew.run(1, program.toArray(Part[]::new));
    double batchLoss = rowPhase.meanLoss();
    divergence =
        Double.isFinite(batchLoss)
            ? null
            : Divergence.ofLoss(loss, batchLoss, architecture, memory, rows);
    return batchLoss + parameterPhase.penalty();
  }

  /** A copy of the gradients of the last {@link #gradient}, with the index of the parameters. */
  public float[] gradients() {
    return arrays.gradients().clone();
  }

  private void checkDivergence(double batchLoss, int rows) {
    if (!Double.isFinite(batchLoss)) {
      divergence = Divergence.ofLoss(loss, batchLoss, architecture, memory, rows);
    } else {
      Optional<Stage> spoilt = parameterPhase.diverged();
      divergence =
          spoilt.isEmpty()
              ? null
              : Divergence.ofWeights(spoilt.get(), architecture, loss, optimizer);
    }
  }

  /** What is no longer finite, and in which layer, if the run has diverged. */
  public Optional<Divergence> divergence() {
    return Optional.ofNullable(divergence);
  }

  /** A copy of what a later run needs to go on from here, besides the parameters. */
  public EngineState state() {
    return arrays.state().copy(steps);
  }

  /** Goes on from where another run with the same network, optimizer and seed was. */
  public void restore(EngineState state) {
    arrays.state().restore(state);
    steps = state.steps();
    if (steps > 0) {
      clock.set(steps - 1, arrays.state().nextRate(steps - 1));
    }
  }

  /** Steps done so far. */
  public long steps() {
    return steps;
  }

  /** The part of the last step's loss that is due to penalties on weights. */
  public double penalty() {
    return parameterPhase.penalty();
  }

  /** Whether the loss and the activation of the output are computed in one closed form. */
  public boolean isFused() {
    return fused.isPresent();
  }

  /** The learning rate of the last step. */
  public double learningRate() {
    return clock.learningRate();
  }

  /** Tells the schedule that an epoch is over. */
  public void epochEnded(double monitored) {
    arrays.state().epochEnded(monitored);
  }

  /**
   * Runs a task on all workers, each of which takes its share by its number.
   *
   * @param task receives the worker's number, from 0
   */
  public void parallel(IntConsumer task) {
    crew.run(crew.size(), new Part[] {task::accept});
  }

  /** Number of workers. */
  public int workers() {
    return crew.size();
  }

  /** Ends the threads. */
  @Override
  public void close() {
    crew.close();
  }
}
