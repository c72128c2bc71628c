package dev.nn.lecture.experiment;

import dev.nn.core.Model;
import dev.nn.core.Network;
import dev.nn.core.dataset.Dataset;
import dev.nn.lecture.step.LayerStep;
import dev.nn.lecture.step.Recorder;
import java.util.ArrayList;
import java.util.List;

/** The first step of a network of ten equal layers and an output, on random examples. */
final class Deep {
  static final int DEPTH = 10;

  private Deep() {}

  /** What happens in each of the ten layers. */
  static List<LayerStep> firstStep(
      int width, int rows, String activation, String initializer, long seed) {
    String layer =
        "dense(units=%s, activation=%s, initializer=%s)".formatted(width, activation, initializer);
    List<String> layers = new ArrayList<>();
    for (int l = 0; l < DEPTH; l++) {
      layers.add(layer);
    }
    layers.add("dense(units=1, activation=sigmoid, initializer=%s)".formatted(initializer));
    Model model = Model.initial(Network.of(width, layers.toArray(String[]::new)), seed);
    Dataset examples = Lab.binary(Lab.normal(rows, width, seed, 1), Lab.bits(rows, seed, 2));
    return new Recorder(
            Lab.registry(), Lab.registry().loss("binary_crossentropy"), "sgd(learning_rate=0.1)")
        .step(model, examples)
        .layers()
        .subList(0, DEPTH);
  }
}
