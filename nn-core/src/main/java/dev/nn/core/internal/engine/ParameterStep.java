package dev.nn.core.internal.engine;

import dev.nn.api.Optimizer;
import dev.nn.core.internal.architecture.Architecture;
import dev.nn.core.internal.architecture.Stage;
import dev.nn.core.internal.parallel.Crew;
import dev.nn.core.internal.parallel.Part;
import dev.nn.core.internal.parallel.TileQueue;
import dev.nn.math.Matrix;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The second half of a step alone, for gradients that others have computed and added up. */
public final class ParameterStep {
  private final Architecture architecture;
  private final EngineSettings settings;
  private final TrainingArrays arrays;
  private long steps;

  /**
   * @param parameters the flat array, which the step updates
   * @param state where the run is
   */
  public ParameterStep(
      Architecture architecture, float[] parameters, EngineSettings settings, EngineState state) {
    this.architecture = architecture;
    this.settings = settings;
    this.arrays = new TrainingArrays(architecture, parameters, settings.optimizer());
    arrays.state().restore(state);
    this.steps = state.steps();
  }

  /** What an optimizer and its schedule remember before the first step. */
  public static EngineState initialState(Optimizer optimizer, int parameters) {
    return new OptimizerState(optimizer, parameters).copy(0);
  }

  /**
   * Clips the gradients and updates the parameters.
   *
   * @param gradients with the index of the parameters, penalties included
   * @return what is no longer finite, if anything is
   */
  public Optional<Divergence> update(float[] gradients) {
    System.arraycopy(gradients, 0, arrays.gradients(), 0, gradients.length);
    double learningRate = arrays.state().nextRate(steps);
    if (!Double.isFinite(learningRate)) {
      return Optional.of(Divergence.ofRate(settings.optimizer().learningRate(), learningRate));
    }
    StepClock clock = new StepClock(settings.seed());
    clock.set(steps, learningRate);
    arrays.state().prepare(steps);
    ParameterPhase phase = new ParameterPhase(arrays, settings, clock, noTransposes());
    TileQueue queue = new TileQueue(phase.shares(1));
    queue.refill();
    try (Crew alone = new Crew(1)) {
      alone.run(1, phase.updates(queue).toArray(Part[]::new));
    }
    steps++;
    return phase
        .diverged()
        .map(
            stage ->
                Divergence.ofWeights(stage, architecture, settings.loss(), settings.optimizer()));
  }

  /** No layer computes here, so none needs its weights transposed. */
  private @Nullable Matrix[][] noTransposes() {
    @Nullable Matrix[][] none = new Matrix[architecture.stages().size()][];
    for (Stage stage : architecture.stages()) {
      none[stage.index()] = new Matrix[stage.parameters().size()];
    }
    return none;
  }

  /** The learning rate of the next step. */
  public double learningRate() {
    return arrays.state().nextRate(steps);
  }

  /** Tells the schedule that an epoch is over. */
  public void epochEnded(double monitored) {
    arrays.state().epochEnded(monitored);
  }

  /** A copy of where the run is now. */
  public EngineState state() {
    return arrays.state().copy(steps);
  }
}
