package dev.nn.core;

import dev.nn.api.Loss;
import dev.nn.core.engine.Stage;
import dev.nn.math.Matrix;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Warns of outputs that a loss would take for something else, before the first step. */
final class PredictionCheck {
  private static final Logger LOG = LoggerFactory.getLogger(PredictionCheck.class);

  /** A network that gives no probabilities, say, shows it within so many rows. */
  private static final int ROWS = 32;

  private PredictionCheck() {}

  static void warn(Network network, Loss loss, float[] parameters, Dataset data) {
    problem(network, loss, parameters, data).ifPresent(LOG::warn);
  }

  static Optional<String> problem(Network network, Loss loss, float[] parameters, Dataset data) {
    Stage last = network.architecture().last();
    if (last.layer().outputActivation().flatMap(loss::fuse).isPresent()) {
      return Optional.empty();
    }
    Model model = new Model(network, parameters, Provenance.NONE);
    float[] features = new float[network.inputShape().size()];
    for (int row = 0; row < Math.min(ROWS, data.rows()); row++) {
      data.readFeatures(row, Matrix.rowOf(features), 0);
      float[] prediction;
      try {
        prediction = model.predict(features);
      } catch (Throwable e) {
        // The first step throws it too, and there it is a failure of the run.
        return Optional.empty();
      }
      try {
        loss.checkPrediction(prediction);
      } catch (IllegalArgumentException e) {
        return Optional.of(
            "%s does not go with the loss %s: %s"
                .formatted(last.label(), loss.name(), e.getMessage()));
      }
    }
    return Optional.empty();
  }
}
