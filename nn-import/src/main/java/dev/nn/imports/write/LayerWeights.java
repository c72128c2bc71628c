package dev.nn.imports.write;

import dev.nn.api.Activation;
import dev.nn.api.Layer;
import dev.nn.api.Shape;
import dev.nn.core.Model;
import dev.nn.imports.read.Refusal;
import java.util.ArrayList;
import java.util.List;

/**
 * One layer of a model with its numbers.
 *
 * @param index its place in the network
 * @param layer what it is
 * @param hasActivation whether an activation that is not the identity follows within the layer
 * @param arrays its parameters in their order
 * @param shapes their shapes
 */
record LayerWeights(
    int index, Layer layer, boolean hasActivation, List<float[]> arrays, List<Shape> shapes) {

  /** The layers of a model. */
  static List<LayerWeights> of(Model model) {
    List<LayerWeights> all = new ArrayList<>();
    List<Layer> layers = model.network().layers();
    for (int i = 0; i < layers.size(); i++) {
      String prefix = i + ".";
      List<float[]> arrays = new ArrayList<>();
      List<Shape> shapes = new ArrayList<>();
      for (String name : model.parameterNames()) {
        if (name.startsWith(prefix)) {
          arrays.add(model.parameter(name));
          shapes.add(model.parameterShape(name));
        }
      }
      Layer layer = layers.get(i);
      boolean hasActivation =
          layer.name().equals("dense")
              && layer
                  .outputActivation()
                  .map(Activation::name)
                  .filter(n -> !n.equals("identity"))
                  .isPresent();
      all.add(new LayerWeights(i, layer, hasActivation, arrays, shapes));
    }
    return all;
  }

  /** A parameter turned round: columns as rows. */
  float[] transposed(int parameter) {
    int rows = shapes.get(parameter).dimension(0);
    int columns = shapes.get(parameter).dimension(1);
    float[] numbers = arrays.get(parameter);
    float[] turned = new float[numbers.length];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        turned[j * rows + i] = numbers[i * columns + j];
      }
    }
    return turned;
  }

  Refusal refused(String tool) {
    return new Refusal(
        "layer %s is %s, whose weights have no place in %s; its ONNX file may do (./nn export)"
            .formatted(index, layer.name(), tool));
  }
}
