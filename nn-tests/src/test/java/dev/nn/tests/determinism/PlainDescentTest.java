package dev.nn.tests.determinism;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.nn.api.Activation;
import dev.nn.api.BackwardPass;
import dev.nn.api.ForwardPass;
import dev.nn.api.GradientPass;
import dev.nn.api.Initializer;
import dev.nn.api.Layer;
import dev.nn.api.Needs;
import dev.nn.api.Optimizer;
import dev.nn.api.Options;
import dev.nn.api.Parameter;
import dev.nn.api.ParameterTile;
import dev.nn.api.Schedule;
import dev.nn.api.Shape;
import dev.nn.core.Network;
import dev.nn.core.Trainer;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.layer.Dense;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.math.Matrix;
import dev.nn.optim.Sgd;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Plain sgd takes its gradient and its update in one pass. The weights are those of an optimizer of
 * the same formula and another name, which takes two.
 */
class PlainDescentTest {
  private static final int FEATURES = 37;

  /** What a layer may do about its gradient. */
  enum Way {
    PRODUCT,
    PRODUCT_TWICE,
    LOOKS_BEFORE,
    ADDS_AFTER,
    OF_A_COPY_THAT_IT_CLEARS,
    FAILS_AND_GOES_ON
  }

  /** A kernel without a bias. */
  record Linear(Way way) implements Layer {
    @Override
    public String name() {
      return "acme.linear";
    }

    @Override
    public Options options() {
      return Options.NONE.withWord("way", way.name().toLowerCase(java.util.Locale.ROOT));
    }

    @Override
    public Linear withOptions(Options complete) {
      return new Linear(Way.valueOf(complete.word("way").toUpperCase(java.util.Locale.ROOT)));
    }

    @Override
    public Shape outputShape(Shape input) {
      return input;
    }

    @Override
    public List<Parameter> parameters(Shape input) {
      return List.of(
          Parameter.of(
              "kernel", Shape.of(input.size(), input.size()), Initializer.named("xavier_normal")));
    }

    @Override
    public Needs needs(Shape input) {
      return Needs.NONE.withTransposed(0).withSaved(input.size());
    }

    @Override
    public void forward(ForwardPass pass) {
      pass.product(pass.input(), pass.parameter(0), pass.output());
    }

    @Override
    public void backward(BackwardPass pass) {
      Matrix dz = pass.outputGradient();
      for (int i = 0; i < dz.rows(); i++) {
        for (int j = 0; j < dz.columns(); j++) {
          pass.saved(0).set(i, j, 2 * dz.get(i, j));
        }
      }
      if (pass.wantsInputGradient()) {
        pass.product(dz, pass.transposed(0), pass.inputGradient());
      }
    }

    @Override
    public void parameterGradient(GradientPass pass) {
      Matrix dz = pass.outputGradient();
      switch (way) {
        case PRODUCT -> pass.product(pass.input(), dz);
        case PRODUCT_TWICE -> {
          pass.product(pass.input(), dz);
          pass.product(pass.input(), pass.saved(0));
        }
        case LOOKS_BEFORE -> {
          Matrix gradient = pass.gradient();
          pass.product(pass.input(), dz);
          gradient.set(0, 0, 0.5f);
        }
        case ADDS_AFTER -> {
          pass.product(pass.input(), dz);
          pass.gradient().set(0, 1, 0.25f);
        }
        case OF_A_COPY_THAT_IT_CLEARS -> {
          Matrix copy = Matrix.copyOf(dz.toArray());
          pass.product(pass.input(), copy);
          copy.fill(0);
        }
        case FAILS_AND_GOES_ON -> {
          pass.product(pass.input(), dz);
          try {
            pass.product(Matrix.zeros(dz.rows() + 1, pass.input().columns()), dz);
          } catch (IllegalArgumentException e) {
            // The product before it counts.
          }
        }
      }
    }
  }

  /** The formula of sgd by another name, or under its own with an option that sgd has not. */
  record Other(String name, Schedule learningRate, Options more) implements Optimizer {
    @Override
    public Options options() {
      return more.withPlugin("learning_rate", learningRate);
    }

    @Override
    public Other withOptions(Options complete) {
      return new Other(name, complete.plugin("learning_rate", Schedule.class), more);
    }

    @Override
    public int slots() {
      return 0;
    }

    @Override
    public void update(ParameterTile tile) {
      new Sgd().update(tile);
    }
  }

  private static Other other(String name, Options more) {
    return new Other(name, Schedule.constant(0.05), more);
  }

  private static String weights(Layer[] layers, Optimizer optimizer, int batch, int threads) {
    return weights(layers, optimizer, batch, threads, 3);
  }

  private static String weights(
      Layer[] layers, Optimizer optimizer, int batch, int threads, int epochs) {
    PluginRegistry registry = PluginRegistry.load().with(new Linear(Way.PRODUCT));
    Random random = new Random(1);
    float[][] x = new float[50][FEATURES];
    float[][] y = new float[50][FEATURES];
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < FEATURES; j++) {
        x[i][j] = (float) random.nextGaussian();
        y[i][j] = x[i][(j + 1) % FEATURES];
      }
    }
    return Trainer.builder()
        .registry(registry)
        .loss("mean_squared_error")
        .optimizer(optimizer)
        .batchSize(batch)
        .epochs(epochs)
        .seed(3)
        .threads(threads)
        .withoutAdvice()
        .build()
        .fit(Network.of(registry, Shape.of(FEATURES), layers), Dataset.regression(x, y))
        .model()
        .weightsSha256();
  }

  @ParameterizedTest
  @EnumSource
  void whateverALayerDoesAboutItsGradient(Way way) {
    Layer[] layers = {new Linear(way), new Linear(Way.PRODUCT)};
    for (int threads : new int[] {1, 2}) {
      for (int batch : new int[] {1, 7}) {
        assertEquals(
            weights(layers, other("acme.descent", Options.NONE), batch, threads),
            weights(layers, new Sgd(0.05), batch, threads),
            way + ", batches of " + batch);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10, 16, 30, 47, 130})
  void ofDenseLayersOfAnyWidth(int units) {
    Layer[] layers = {
      new Dense(units, Activation.named("tanh")), new Dense(FEATURES, Activation.named("identity"))
    };
    for (int batch : new int[] {1, 3, 50}) {
      assertEquals(
          weights(layers, other("acme.descent", Options.NONE), batch, 1),
          weights(layers, new Sgd(0.05), batch, 1));
    }
  }

  /** What is smaller than a normal number becomes 0 after the same steps. */
  @Test
  void ofWeightsThatStaySubnormal() {
    Layer[] layers = {
      new Dense(FEATURES, Activation.named("identity"), Initializer.named("zeros"))
    };
    Schedule tiny = Schedule.constant(1e-40);
    int epochs = 6; // 300 steps
    for (int threads : new int[] {1, 2}) {
      assertEquals(
          weights(layers, new Other("acme.descent", tiny, Options.NONE), 1, threads, epochs),
          weights(layers, new Sgd(1e-40), 1, threads, epochs));
    }
  }

  @Test
  void anOptimizerOfThatNameWithAnOptionMoreDoesItsOwnUpdates() {
    Layer[] layers = {new Linear(Way.PRODUCT)};
    Other own = other("sgd", Options.NONE.withFlag("maximize", true).withText("momentum", "none"));
    assertEquals(
        weights(layers, other("acme.descent", Options.NONE), 5, 1), weights(layers, own, 5, 1));
    assertNotEquals(weights(layers, new Sgd(0.04), 5, 1), weights(layers, own, 5, 1));
  }
}
