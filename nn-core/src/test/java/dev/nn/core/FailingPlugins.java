package dev.nn.core;

import dev.nn.api.Activation;
import dev.nn.api.Adaptation;
import dev.nn.api.BackwardPass;
import dev.nn.api.ColumnPass;
import dev.nn.api.ElementwiseActivation;
import dev.nn.api.ForwardPass;
import dev.nn.api.FusedLoss;
import dev.nn.api.GradientPass;
import dev.nn.api.Initializer;
import dev.nn.api.Layer;
import dev.nn.api.Loss;
import dev.nn.api.Needs;
import dev.nn.api.Optimizer;
import dev.nn.api.Parameter;
import dev.nn.api.ParameterTile;
import dev.nn.api.Schedule;
import dev.nn.api.Shape;
import dev.nn.math.Matrix;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Plugins of each kind that throw in one of their methods. */
final class FailingPlugins {
  private FailingPlugins() {}

  private static void check(String failing, String called) {
    if (failing.equals(called)) {
      throw new IllegalStateException("out of order: " + called);
    }
  }

  record FailingActivation(String failing) implements ElementwiseActivation {
    @Override
    public String name() {
      return "acme.activation";
    }

    @Override
    public float value(float z) {
      check(failing, "value");
      return failing.equals("nan") ? Float.NaN : z;
    }

    @Override
    public float derivative(float z, float a) {
      check(failing, "derivative");
      return failing.equals("nan derivative") ? Float.NaN : 1;
    }
  }

  /** Multiplies each feature by a weight. */
  record FailingLayer(String failing) implements Layer {
    @Override
    public String name() {
      return "acme.layer";
    }

    @Override
    public Shape outputShape(Shape input) {
      check(failing, "outputShape");
      return input;
    }

    @Override
    public List<Parameter> parameters(Shape input) {
      check(failing, "parameters");
      return List.of(Parameter.of("scale", input, new TestPlugins.Ones()));
    }

    @Override
    public Needs needs(Shape input) {
      check(failing, "needs");
      return Needs.NONE;
    }

    @Override
    public boolean couplesRows() {
      return failing.endsWith("Columns");
    }

    @Override
    public Optional<Activation> outputActivation() {
      check(failing, "outputActivation");
      return Optional.empty();
    }

    @Override
    public Optional<Adaptation> adaptation(Shape input) {
      check(failing, "adaptation");
      return failing.equals("accept") || failing.equals("finish")
          ? Optional.of(
              new Adaptation() {
                @Override
                public void accept(Matrix input) {
                  check(failing, "accept");
                }

                @Override
                public void finish(List<Matrix> parameters) {
                  check(failing, "finish");
                }
              })
          : Optional.empty();
    }

    @Override
    public void checkFeatures(float[] features) {
      check(failing, "checkFeatures");
    }

    @Override
    public void forward(ForwardPass pass) {
      check(failing, "forward");
      Matrix x = pass.input();
      for (int i = 0; i < x.rows(); i++) {
        for (int j = 0; j < x.columns(); j++) {
          pass.output().set(i, j, x.get(i, j) * pass.parameter(0).get(0, j));
        }
      }
      if (failing.equals("outside")) {
        pass.output().data()[pass.output().data().length] = 1;
      }
    }

    @Override
    public void backward(BackwardPass pass) {
      check(failing, "backward");
    }

    @Override
    public void parameterGradient(GradientPass pass) {
      check(failing, "parameterGradient");
      pass.gradient().fill(0);
    }

    @Override
    public void forwardColumns(ColumnPass pass) {
      check(failing, "forwardColumns");
    }

    @Override
    public void backwardColumns(ColumnPass pass) {
      check(failing, "backwardColumns");
    }
  }

  /** Half the squared distance. */
  record FailingLoss(String failing) implements Loss {
    @Override
    public String name() {
      return "acme.loss";
    }

    @Override
    public int targetColumns(int predictionColumns) {
      check(failing, "targetColumns");
      return predictionColumns;
    }

    @Override
    public void checkTarget(float[] target) {
      check(failing, "checkTarget");
    }

    @Override
    public void checkPrediction(float[] prediction) {
      check(failing, "checkPrediction");
    }

    @Override
    public Optional<FusedLoss> fuse(Activation output) {
      check(failing, "fuse");
      return Optional.empty();
    }

    @Override
    public void value(Matrix prediction, Matrix target, double[] lossPerRow) {
      check(failing, "value");
      for (int i = 0; i < prediction.rows(); i++) {
        double e = prediction.get(i, 0) - target.get(i, 0);
        lossPerRow[i] = failing.equals("nan") ? Double.NaN : e * e / 2;
      }
    }

    @Override
    public void gradient(Matrix prediction, Matrix target, Matrix gradient) {
      check(failing, "gradient");
      for (int i = 0; i < prediction.rows(); i++) {
        gradient.set(i, 0, prediction.get(i, 0) - target.get(i, 0));
      }
    }
  }

  record FailingOptimizer(String failing, Schedule learningRate) implements Optimizer {
    @Override
    public String name() {
      return "acme.optimizer";
    }

    @Override
    public Granularity granularity() {
      return failing.equals("update of tensors") ? Granularity.TENSOR : Granularity.ELEMENT;
    }

    @Override
    public int slots() {
      check(failing, "slots");
      return 0;
    }

    @Override
    public void prepare(long step, double[] scalars) {
      check(failing, "prepare");
    }

    @Override
    public void update(ParameterTile tile) {
      check(failing.replace(" of tensors", ""), "update");
      if (failing.equals("nan")) {
        tile.weights()[tile.from()] = Float.NaN;
      }
    }
  }

  record FailingSchedule(String failing) implements Schedule {
    @Override
    public String name() {
      return "acme.schedule";
    }

    @Override
    public int stateSize() {
      check(failing, "stateSize");
      return 0;
    }

    @Override
    public double rate(long step, double[] state) {
      check(failing, "rate");
      return failing.equals("nan") ? Double.NaN : 0.1;
    }

    @Override
    public void epochEnded(double monitored, double[] state) {
      check(failing, "epochEnded");
    }
  }

  record FailingInitializer(String failing) implements Initializer {
    @Override
    public String name() {
      return "acme.initializer";
    }

    @Override
    public void initialize(Matrix weights, int fanIn, int fanOut, RandomGenerator random) {
      check(failing, "initialize");
      weights.fill(failing.equals("nan") ? Float.NaN : 1);
    }
  }
}
