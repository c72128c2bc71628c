package dev.nn.examples.java;

import dev.nn.api.ElementwiseActivation;
import dev.nn.api.Shape;
import dev.nn.core.Model;
import dev.nn.core.Network;
import dev.nn.core.Trainer;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.layer.Dense;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.math.FloatMath;

/**
 * Uses an activation of one's own as an object. The registry that knows it reads its name in specs
 * and in model files too. To have it found without a registry of one's own, see {@code
 * docs/plugins.md}.
 */
public final class OwnActivation {
  private OwnActivation() {}

  /** A bell around zero: 1 there, and nearly 0 beyond 2 on both sides. */
  public record Bell() implements ElementwiseActivation {
    @Override
    public String name() {
      return "example.bell";
    }

    @Override
    public String description() {
      return "e^(−z²)";
    }

    @Override
    public float value(float z) {
      return FloatMath.exp(-z * z);
    }

    @Override
    public float derivative(float z, float a) {
      return -2 * z * a;
    }
  }

  public static void main(String[] args) {
    float[][] inputs = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
    Dataset xor = Dataset.regression(inputs, new float[] {0, 1, 1, 0});
    PluginRegistry registry = PluginRegistry.load().with(new Bell());
    Trainer trainer =
        Trainer.builder()
            .registry(registry)
            .loss("mean_squared_error")
            .optimizer("adam(learning_rate=0.03)")
            .epochs(300)
            .build();
    Network network = Network.of(registry, Shape.of(2), new Dense(4, new Bell()), new Dense(1));
    Model model = trainer.fit(network, xor).model();
    Model loaded = Model.load(model.toBytes(), registry);

    System.out.println("network " + loaded.network());
    for (float[] input : inputs) {
      System.out.println(input[0] + " xor " + input[1] + " is " + loaded.predict(input)[0]);
    }
  }
}
