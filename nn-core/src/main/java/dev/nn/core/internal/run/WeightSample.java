package dev.nn.core.internal.run;

import dev.nn.core.internal.architecture.Architecture;
import dev.nn.core.internal.architecture.ParameterSlot;
import java.util.stream.IntStream;

/** Some of the trainable weights as they were in the beginning, to see how far they have come. */
final class WeightSample {
  private static final int MOST = 1 << 16;

  private final int[] places;
  private final float[] before;

  /** Notes weights of a flat array, evenly spread over those that can be trained. */
  WeightSample(Architecture network, float[] parameters) {
    int[] offsets =
        network.parameters().stream()
            .filter(slot -> slot.parameter().trainable())
            .mapToInt(ParameterSlot::offset)
            .toArray();
    int[] sizes =
        network.parameters().stream()
            .filter(slot -> slot.parameter().trainable())
            .mapToInt(ParameterSlot::size)
            .toArray();
    long total = IntStream.of(sizes).asLongStream().sum();
    int count = (int) Math.min(MOST, total);
    this.places = new int[count];
    this.before = new float[count];
    int slot = 0;
    long start = 0;
    for (int i = 0; i < count; i++) {
      long at = i * total / count;
      while (at >= start + sizes[slot]) {
        start += sizes[slot];
        slot++;
      }
      places[i] = offsets[slot] + (int) (at - start);
      before[i] = parameters[places[i]];
    }
  }

  /** The change relative to the first weights, ‖w − w₀‖ / ‖w₀‖; infinite where those were 0. */
  double relativeChange(float[] parameters) {
    double change = 0;
    double size = 0;
    for (int i = 0; i < places.length; i++) {
      double difference = (double) parameters[places[i]] - before[i];
      change += difference * difference;
      size += (double) before[i] * before[i];
    }
    return size == 0 ? Double.POSITIVE_INFINITY : Math.sqrt(change / size);
  }
}
