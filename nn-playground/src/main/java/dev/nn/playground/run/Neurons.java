package dev.nn.playground.run;

import dev.nn.core.Model;
import dev.nn.core.Network;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.math.Matrix;
import dev.nn.playground.recipe.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The outputs of all neurons for the points of a square grid over the plane. Each layer is a
 * network of its own, which is given what the one before it has computed.
 */
final class Neurons {
  /** The picture goes from −REACH to REACH in both directions. */
  static final double REACH = 1.6;

  private final List<Network> layers = new ArrayList<>();
  private final List<Matrix> values = new ArrayList<>();

  /**
   * Prepares the memory.
   *
   * @param side the points of the grid in a row and in a column
   */
  Neurons(Plan plan, PluginRegistry registry, int side) {
    values.add(grid(side));
    plan.network()
        .layers()
        .forEach(
            layer -> {
              Network single =
                  Network.of(
                      registry,
                      layers.isEmpty()
                          ? plan.network().inputShape()
                          : layers.get(layers.size() - 1).outputShape(),
                      layer);
              layers.add(single);
              values.add(Matrix.zeros(side * side, single.outputShape().size()));
            });
  }

  /** The middles of small squares, row by row from the top left. */
  private static Matrix grid(int side) {
    Matrix grid = Matrix.zeros(side * side, 2);
    for (int row = 0; row < side; row++) {
      for (int column = 0; column < side; column++) {
        grid.set(row * side + column, 0, place(column, side));
        grid.set(row * side + column, 1, -place(row, side));
      }
    }
    return grid;
  }

  private static float place(int index, int side) {
    return (float) (REACH * ((2 * index + 1.0) / side - 1));
  }

  /** Computes what {@link #of} returns. */
  void compute(Model model) {
    List<Map<String, float[]>> weights = new ArrayList<>();
    layers.forEach(layer -> weights.add(new TreeMap<>()));
    for (String name : model.parameterNames()) {
      int dot = name.indexOf('.');
      weights
          .get(Integer.parseInt(name.substring(0, dot)))
          .put("0" + name.substring(dot), model.parameter(name));
    }
    for (int i = 0; i < layers.size(); i++) {
      Model.of(layers.get(i), weights.get(i)).predict(values.get(i), values.get(i + 1));
    }
  }

  /** The outputs of a layer, counted from 0: a row for each point, a column for each neuron. */
  Matrix of(int layer) {
    return values.get(layer + 1);
  }

  int layers() {
    return layers.size();
  }
}
