package dev.nn.core.engine;

import dev.nn.api.Adaptation;
import dev.nn.api.Parameter;
import dev.nn.math.Matrix;
import java.util.Optional;

/** The first values of all parameters. */
public final class Initialization {
  /** Reads the features of an example into a row of a matrix. */
  @FunctionalInterface
  public interface FeatureSource {
    void readFeatures(int example, Matrix into, int at);
  }

  private static final int CHUNK = 256;

  private Initialization() {}

  /** A new flat array, filled by each parameter's initializer from a stream of its own. */
  public static float[] parameters(Architecture architecture, long seed) {
    float[] flat = new float[architecture.flatLength()];
    for (Stage stage : architecture.stages()) {
      for (int p = 0; p < stage.parameters().size(); p++) {
        ParameterSlot slot = stage.parameters().get(p);
        Parameter parameter = slot.parameter();
        Matrix weights = slot.in(flat);
        parameter
            .initializer()
            .initialize(
                weights,
                parameter.fanIn(),
                parameter.fanOut(),
                Streams.initialization(seed, stage.index(), p));
      }
    }
    return flat;
  }

  /**
   * Lets each layer that wants to learn parameters from the data, first to last.
   *
   * @param parameters the flat array, which is changed
   * @param examples the training examples
   * @param rows number of examples
   */
  public static void adapt(
      Architecture architecture, float[] parameters, FeatureSource examples, int rows) {
    for (Stage stage : architecture.stages()) {
      Optional<Adaptation> adaptation = stage.layer().adaptation(stage.input());
      if (adaptation.isPresent()) {
        Predictor predictor = Predictor.of(architecture, parameters, CHUNK);
        for (int from = 0; from < rows; from += CHUNK) {
          int count = Math.min(CHUNK, rows - from);
          for (int i = 0; i < count; i++) {
            examples.readFeatures(from + i, predictor.features(), i);
          }
          predictor.runBefore(stage, count);
          adaptation.get().accept(predictor.inputOf(stage).rows(0, count));
        }
        adaptation
            .get()
            .finish(stage.parameters().stream().map(slot -> slot.in(parameters)).toList());
      }
    }
  }
}
