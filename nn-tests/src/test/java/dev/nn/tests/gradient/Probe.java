package dev.nn.tests.gradient;

import dev.nn.api.Optimizer;
import dev.nn.api.ParameterTile;
import dev.nn.api.Schedule;
import java.util.BitSet;

/**
 * An optimizer that sets the weights to what it was told instead of descending, and remembers the
 * gradients that it is shown.
 *
 * <p>Others see the parameters in the order of the model's names, one after the other. Where the
 * engine keeps them is its own affair: the first step, which changes nothing, shows the places of
 * those that are trained, and they are in the same order.
 */
final class Probe implements Optimizer {
  private final Schedule schedule;
  private final BitSet trained;
  private final int parameters;
  private final BitSet places = new BitSet();
  private float[] next = {};
  private float[] shown = {};

  /**
   * @param schedule any; it is not used
   * @param parameters number of parameters of the network
   * @param trained which of them are trained
   */
  Probe(Schedule schedule, int parameters, BitSet trained) {
    this.schedule = schedule;
    this.parameters = parameters;
    this.trained = trained;
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
    if (shown.length == 0) {
      shown = new float[tile.gradients().length];
    }
    int length = tile.to() - tile.from();
    System.arraycopy(tile.gradients(), tile.from(), shown, tile.from(), length);
    places.set(tile.from(), tile.to());
    if (next.length > 0) {
      System.arraycopy(next, tile.from(), tile.weights(), tile.from(), length);
    }
  }

  /** Says what the weights are to be after the next step; only after a first one. */
  void moveTo(float[] weights) {
    next = new float[shown.length];
    int place = -1;
    for (int i = trained.nextSetBit(0); i >= 0; i = trained.nextSetBit(i + 1)) {
      place = nextPlace(place);
      next[place] = weights[i];
    }
  }

  /** The gradients of the last step; 0 for what is not trained. */
  float[] gradients() {
    float[] gradients = new float[parameters];
    int place = -1;
    for (int i = trained.nextSetBit(0); i >= 0; i = trained.nextSetBit(i + 1)) {
      place = nextPlace(place);
      gradients[i] = shown[place];
    }
    return gradients;
  }

  private int nextPlace(int place) {
    if (place < 0 && places.cardinality() != trained.cardinality()) {
      throw new IllegalStateException(
          places.cardinality() + " parameters were updated, not " + trained.cardinality());
    }
    return places.nextSetBit(place + 1);
  }

  /** Whether this parameter is trained. */
  boolean isTrained(int index) {
    return trained.get(index);
  }
}
