package dev.nn.tests.conformance.onnx;

import dev.nn.api.Kind;
import dev.nn.api.Shape;
import dev.nn.api.Spec;
import dev.nn.api.SpecValue;
import dev.nn.core.Model;
import dev.nn.core.TrainingSession;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.tests.conformance.vector.Measure;
import dev.nn.tests.conformance.vector.Need;
import dev.nn.tests.conformance.vector.Networks;
import dev.nn.tests.conformance.vector.Numbers;
import dev.nn.tests.conformance.vector.Plan;
import dev.nn.tests.conformance.vector.Specs;
import dev.nn.tests.conformance.vector.Tensor;
import java.util.List;

/** BatchNormalization, for prediction and in training, and LayerNormalization. */
final class OnnxNormalizations {
  private final PluginRegistry registry;

  OnnxNormalizations(PluginRegistry registry) {
    this.registry = registry;
  }

  /** The channels are axis 1 there, the last one here. */
  Plan batch(OnnxCase vector) {
    return Plan.when(
        List.of(Need.plugin(registry, Kind.LAYER, "batch_normalization")),
        measure -> {
          Tensor x = vector.x();
          int channels = x.shape()[1];
          int places = x.size(2, x.rank());
          Shape shape = x.rank() == 2 ? Shape.of(channels) : Shape.of(places, channels);
          Model model =
              Networks.model(
                  registry,
                  shape,
                  List.of(layer("batch_normalization", vector, true).toString()),
                  vector.input(1).orElseThrow().data(),
                  vector.input(2).orElseThrow().data(),
                  vector.input(3).orElseThrow().data(),
                  vector.input(4).orElseThrow().data());
          float[] last = Numbers.joined(x.along(1));
          float[][] rows = Tensor.of(last, last.length).rows(x.shape()[0]);
          if (vector.attribute("training_mode", 0) == 1) {
            checkTraining(vector, model, rows, measure);
          } else {
            compare(vector, model.predict(rows), measure);
          }
        });
  }

  /** Predictions from the batch's own statistics, and the running ones after it. */
  private void checkTraining(OnnxCase vector, Model model, float[][] rows, Measure measure) {
    SeenOutputs seen = new SeenOutputs();
    Dataset data = Networks.withoutTargets(rows).reshape(model.network().inputShape());
    try (TrainingSession session =
        Networks.session(
            registry.with(seen), model, seen, registry.optimizer("sgd"), data, rows.length, 1)) {
      session.step();
      compare(vector, seen.rows().toArray(float[][]::new), measure);
      String prefix = "0.batch_normalization.";
      vector.compare(measure, 1, session.model().parameter(prefix + "moving_mean"));
      vector.compare(measure, 2, session.model().parameter(prefix + "moving_variance"));
    }
  }

  private static void compare(OnnxCase vector, float[][] rows, Measure measure) {
    Tensor x = vector.x();
    float[] last = Numbers.joined(rows);
    float[][] places = Tensor.of(last, last.length).rows(last.length / x.shape()[1]);
    vector.compare(measure, x.from(places, 1));
  }

  private static Spec layer(String name, OnnxCase vector, boolean hasMomentum) {
    Spec spec = Specs.of(name, "epsilon", vector.attribute("epsilon", 1e-5));
    return hasMomentum
        ? spec.with("momentum", new SpecValue.Decimal(vector.attribute("momentum", 0.9)))
        : spec;
  }

  /**
   * Over all dimensions from the axis on, which are one row here. The mean and the deviation, which
   * ONNX can put out too, are nothing that a layer tells.
   */
  Plan layer(OnnxCase vector) {
    return Plan.when(
        List.of(Need.plugin(registry, Kind.LAYER, "layer_normalization")),
        measure -> {
          Tensor x = vector.x();
          int features = x.size(x.axis(vector.attribute("axis", -1)), x.rank());
          Model model =
              Networks.model(
                  registry,
                  Shape.of(features),
                  List.of(layer("layer_normalization", vector, false).toString()),
                  vector.input(1).map(Tensor::data).orElse(Networks.filled(features, 1)),
                  vector.input(2).map(Tensor::data).orElse(Networks.filled(features, 0)));
          float[][] rows = x.rows(x.data().length / features);
          vector.compare(measure, Numbers.joined(model.predict(rows)));
        });
  }
}
