package dev.nn.tests.gradient;

import dev.nn.api.Optimizer;
import dev.nn.api.ParameterTile;
import dev.nn.api.Schedule;
import java.util.Arrays;

/**
 * An optimizer that sets the weights to what it was told instead of descending, and remembers the
 * gradients that it is shown. All arrays have the parameters in the order of the model's names.
 */
final class Probe implements Optimizer {
  private final Schedule schedule;
  private final float[] next;
  private final float[] gradients;
  private final boolean[] seen;

  /**
   * @param schedule any; it is not used
   * @param parameters number of parameters of the network
   */
  Probe(Schedule schedule, int parameters) {
    this.schedule = schedule;
    this.next = new float[parameters];
    this.gradients = new float[parameters];
    this.seen = new boolean[parameters];
  }

  @Override
  public String name() {
    return "test.probe";
  }

  @Override
  public Schedule learningRate() {
    return schedule;
  }

  @Override
  public void update(ParameterTile tile) {
    int length = tile.to() - tile.from();
    System.arraycopy(tile.gradients(), tile.from(), gradients, tile.from(), length);
    System.arraycopy(next, tile.from(), tile.weights(), tile.from(), length);
    Arrays.fill(seen, tile.from(), tile.to(), true);
  }

  /** Says what the weights are to be after the next step. */
  void moveTo(float[] weights) {
    System.arraycopy(weights, 0, next, 0, next.length);
  }

  /** The gradients of the last step. */
  float[] gradients() {
    return gradients.clone();
  }

  /** Whether the engine wanted this parameter updated. */
  boolean isTrained(int index) {
    return seen[index];
  }
}
