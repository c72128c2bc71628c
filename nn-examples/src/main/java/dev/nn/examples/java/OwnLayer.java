package dev.nn.examples.java;

import dev.nn.api.BackwardPass;
import dev.nn.api.ForwardPass;
import dev.nn.api.Layer;
import dev.nn.api.Shape;
import dev.nn.core.Model;
import dev.nn.core.Network;
import dev.nn.core.Trainer;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.metric.Metrics;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.math.Matrix;

/**
 * Uses a layer of one's own: given the squares of the features too, a single unit can tell which
 * points lie in a circle, as no straight line can. For layers with parameters, see {@code
 * docs/plugins.md}.
 */
public final class OwnLayer {
  private OwnLayer() {}

  /** Hands on each feature x, and x² behind all of them. */
  public record Squares() implements Layer {
    @Override
    public String name() {
      return "example.squares";
    }

    @Override
    public Shape outputShape(Shape input) {
      return Shape.of(2 * input.size());
    }

    @Override
    public void forward(ForwardPass pass) {
      Matrix x = pass.input();
      for (int i = 0; i < x.rows(); i++) {
        for (int j = 0; j < x.columns(); j++) {
          pass.output().set(i, j, x.get(i, j));
          pass.output().set(i, x.columns() + j, x.get(i, j) * x.get(i, j));
        }
      }
    }

    /** By the chain rule: what comes back for x, and 2x times what comes back for x². */
    @Override
    public void backward(BackwardPass pass) {
      if (pass.wantsInputGradient()) {
        Matrix x = pass.input();
        Matrix da = pass.outputGradient();
        for (int i = 0; i < x.rows(); i++) {
          for (int j = 0; j < x.columns(); j++) {
            float dx = da.get(i, j) + 2 * x.get(i, j) * da.get(i, x.columns() + j);
            pass.inputGradient().set(i, j, dx);
          }
        }
      }
    }
  }

  public static void main(String[] args) {
    Dataset grid = grid();
    PluginRegistry registry = PluginRegistry.load().with(new Squares());
    Trainer trainer =
        Trainer.builder()
            .registry(registry)
            .loss("binary_crossentropy")
            .optimizer("adam(learning_rate=0.05)")
            .epochs(50)
            .build();
    Network network =
        Network.of(registry, Shape.of(2), "example.squares", "dense(units=1, activation=sigmoid)");
    Model model = trainer.fit(network, grid).model();

    System.out.println("accuracy " + model.evaluate(grid, Metrics::accuracy));
  }

  /** The points of a grid; yes for those within a circle, which are about half of them. */
  private static Dataset grid() {
    int side = 30;
    float[][] points = new float[side * side][];
    int[] isNear = new int[points.length];
    for (int row = 0; row < side; row++) {
      for (int column = 0; column < side; column++) {
        float x = (column - 14.5f) / 14.5f;
        float y = (row - 14.5f) / 14.5f;
        points[row * side + column] = new float[] {x, y};
        isNear[row * side + column] = x * x + y * y < 0.64f ? 1 : 0;
      }
    }
    return Dataset.binary(points, isNear);
  }
}
