package dev.nn.tests.conformance.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nn.api.Kind;
import dev.nn.api.Shape;
import dev.nn.api.Spec;
import dev.nn.core.Model;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.tests.conformance.vector.Need;
import dev.nn.tests.conformance.vector.Networks;
import dev.nn.tests.conformance.vector.Numbers;
import dev.nn.tests.conformance.vector.Plan;
import dev.nn.tests.conformance.vector.Specs;
import dev.nn.tests.conformance.vector.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Layers; those of images are named so that their adapters are not forgotten. */
final class OnnxLayers {
  private static final Map<String, String> WITHOUT_ADAPTER =
      Map.of(
          "Conv", "conv2d",
          "MaxPool", "max_pooling2d",
          "AveragePool", "average_pooling2d",
          "GlobalAveragePool", "global_average_pooling2d");

  private static final List<String> WITH_ADAPTER =
      List.of("Dropout", "Flatten", "Reshape", "PRelu", "BatchNormalization", "LayerNormalization");

  private final PluginRegistry registry;

  OnnxLayers(PluginRegistry registry) {
    this.registry = registry;
  }

  static boolean knows(String op) {
    return WITH_ADAPTER.contains(op) || WITHOUT_ADAPTER.containsKey(op);
  }

  Plan plan(OnnxCase vector) {
    return switch (vector.op()) {
      case "Dropout" -> dropout(vector);
      case "Flatten" -> flatten(vector);
      case "Reshape" -> reshape(vector);
      case "PRelu" -> prelu(vector);
      case "BatchNormalization" -> new OnnxNormalizations(registry).batch(vector);
      case "LayerNormalization" -> new OnnxNormalizations(registry).layer(vector);
      default -> Plan.withoutAdapter(need(WITHOUT_ADAPTER.get(vector.op())));
    };
  }

  private Need need(String layer) {
    return Need.plugin(registry, Kind.LAYER, layer);
  }

  /** Inputs are data, ratio, training_mode; outputs the data and the mask, which lets all pass. */
  private Plan dropout(OnnxCase vector) {
    double rate =
        vector.input(1).map(r -> (double) r.scalar()).orElse(vector.attribute("ratio", 0.5));
    boolean isTraining = vector.input(2).map(mode -> mode.scalar() != 0).orElse(false);
    if (isTraining && rate != 0) {
      return new Plan.Excused(Plan.Excuse.RANDOM);
    }
    return Plan.when(
        List.of(need("dropout")),
        measure -> {
          float[] x = vector.x().data();
          Spec layer = Specs.of("dropout", "rate", rate);
          vector.compare(measure, Networks.apply(registry, layer, new float[][] {x})[0]);
          vector.compare(measure, 1, Networks.filled(x.length, 1));
        });
  }

  /** Dimensions before the axis are those of the rows, the others those of an example. */
  private Plan flatten(OnnxCase vector) {
    return Plan.when(
        List.of(need("flatten")),
        measure -> {
          Tensor x = vector.x();
          int axis = x.axis(vector.attribute("axis", 1));
          int rows = x.size(0, axis);
          int[] example =
              axis == x.rank() ? new int[] {1} : Arrays.copyOfRange(x.shape(), axis, x.rank());
          Model model = Networks.model(registry, Shape.of(example), List.of("flatten"));
          float[] y = Numbers.joined(model.predict(x.rows(rows)));
          vector.compare(measure, Tensor.of(y, rows, y.length / rows));
        });
  }

  /**
   * The whole tensor is one example. Which dimensions 0 and −1 stand for, the expected ones say.
   */
  private Plan reshape(OnnxCase vector) {
    return Plan.when(
        List.of(need("reshape")),
        measure -> {
          float[] x = vector.x().data();
          int[] shape = vector.outputs().get(0).shape();
          String layer = "reshape(shape=" + Arrays.toString(shape) + ")";
          Model model = Networks.model(registry, Shape.of(x.length), List.of(layer));
          assertEquals(Shape.of(shape), model.network().outputShape());
          vector.compare(measure, Tensor.of(model.predict(x), shape));
        });
  }

  /** The whole tensor is one example, each element a feature with a slope of its own. */
  private Plan prelu(OnnxCase vector) {
    return Plan.when(
        List.of(need("prelu")),
        measure -> {
          Tensor x = vector.x();
          float[] slopes = vector.input(1).orElseThrow().stretchedTo(x.shape());
          Model model =
              Networks.model(registry, Shape.of(x.data().length), List.of("prelu"), slopes);
          vector.compare(measure, model.predict(x.data()));
        });
  }
}
