package dev.nn.core.internal.shard;

import dev.nn.core.internal.engine.EngineState;
import dev.nn.core.training.ShardState;

/** The state of an engine and its parameters as one value, and back. */
final class States {
  private States() {}

  static ShardState of(float[] parameters, EngineState state) {
    float[][] floats = new float[state.slots().length + 1][];
    floats[0] = parameters;
    System.arraycopy(state.slots(), 0, floats, 1, state.slots().length);
    return new ShardState(
        floats, new double[][] {state.scalars(), state.schedule()}, state.steps());
  }

  static EngineState engine(ShardState state) {
    return new EngineState(state.steps(), state.slots(), state.numbers()[0], state.numbers()[1]);
  }
}
