package dev.nn.core.internal.run;

import dev.nn.api.Loss;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.internal.architecture.Architecture;
import dev.nn.core.internal.architecture.FusedLosses;
import dev.nn.core.internal.architecture.PluginFailure;
import dev.nn.core.internal.architecture.Stage;
import dev.nn.core.internal.engine.Predictor;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Warns before the first step of outputs that are not what the loss expects. */
final class PredictionCheck {
  private static final Logger LOG = LoggerFactory.getLogger("dev.nn.core.Trainer");

  /**
   * The number of rows within which it shows that a network gives no probabilities, for example.
   */
  private static final int ROWS = 32;

  private PredictionCheck() {}

  static void warn(Architecture network, Loss loss, float[] parameters, Dataset data) {
    problem(network, loss, parameters, data).ifPresent(LOG::warn);
  }

  static Optional<String> problem(
      Architecture network, Loss loss, float[] parameters, Dataset data) {
    Stage last = network.outputStage();
    if (FusedLosses.of(network, loss).isPresent()) {
      return Optional.empty();
    }
    Predictor predictor = Predictor.of(network, parameters, 1);
    for (int row = 0; row < Math.min(ROWS, data.rows()); row++) {
      data.readFeatures(row, predictor.features(), 0);
      try {
        predictor.run(1);
      } catch (Throwable e) {
        // The first step will throw this too, and there it is a failure of the run.
        return Optional.empty();
      }
      try {
        loss.checkPrediction(predictor.output().row(0));
      } catch (IllegalArgumentException e) {
        return Optional.of(
            "%s does not go with the loss %s: %s"
                .formatted(last.label(), loss.name(), e.getMessage()));
      } catch (Throwable e) {
        throw PluginFailure.of(loss, "checkPrediction", e);
      }
    }
    return Optional.empty();
  }
}
