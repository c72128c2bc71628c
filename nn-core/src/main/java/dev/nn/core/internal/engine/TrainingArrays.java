package dev.nn.core.internal.engine;

import dev.nn.api.Optimizer;
import dev.nn.core.internal.architecture.Architecture;
import dev.nn.core.internal.architecture.ParameterSlot;

/** The flat arrays of a training run, all indexed alike. */
final class TrainingArrays {
  private final Architecture architecture;
  private final float[] parameters;
  private final float[] gradients;
  private final OptimizerState state;

  /** Uses the array of parameters that is given and makes the others. */
  TrainingArrays(Architecture architecture, float[] parameters, Optimizer optimizer) {
    this.architecture = architecture;
    this.parameters = parameters;
    this.gradients = new float[parameters.length];
    this.state = new OptimizerState(optimizer, parameters.length);
  }

  Architecture architecture() {
    return architecture;
  }

  /** Weights and biases of all layers. */
  float[] parameters() {
    return parameters;
  }

  /** Their gradients in the current step. */
  float[] gradients() {
    return gradients;
  }

  OptimizerState state() {
    return state;
  }

  /** Some whole rows of a parameter, from an index to another. */
  UpdateTile updateTile(
      StepClock clock, ParameterSlot slot, int from, int to, EngineSettings settings) {
    return new UpdateTile(
        parameters,
        gradients,
        state,
        clock,
        from,
        to,
        slot.parameter().columns(),
        settings.decays(slot));
  }
}
