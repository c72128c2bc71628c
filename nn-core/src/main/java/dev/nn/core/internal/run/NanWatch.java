package dev.nn.core.internal.run;

import dev.nn.core.internal.architecture.Architecture;
import dev.nn.core.plugin.Culprit;
import dev.nn.math.Matrix;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches the predictions of a network that has plugins of third parties, and warns once if one is
 * NaN although all features are numbers. Otherwise nobody would look for the reason in a jar.
 */
public final class NanWatch {
  private static final Logger LOG = LoggerFactory.getLogger("dev.nn.core.Model");

  private final Architecture network;
  private boolean isTold;

  public NanWatch(Architecture network) {
    this.network = network;
  }

  /** Looks at the predictions for some examples, with a row for each. */
  public void look(Matrix features, Matrix predictions) {
    for (int i = 0; i < predictions.rows() && !isTold; i++) {
      if (hasNan(predictions, i) && !hasNan(features, i)) {
        isTold = true;
        List<String> strangers = strangers(network);
        if (!strangers.isEmpty()) {
          LOG.warn(
              "a prediction is NaN though the features of its example are numbers; it was computed"
                  + " with {}",
              String.join(" and ", strangers));
        }
      }
    }
  }

  /** What to add to a message about a prediction: the plugins of third parties, if it has a NaN. */
  public static String hint(float[] prediction, Architecture network) {
    List<String> strangers = strangers(network);
    return !hasNan(Matrix.rowOf(prediction), 0) || strangers.isEmpty()
        ? ""
        : "; it was computed with " + String.join(" and ", strangers);
  }

  private static List<String> strangers(Architecture network) {
    return Culprit.strangers(network.layers());
  }

  private static boolean hasNan(Matrix matrix, int row) {
    for (int j = 0; j < matrix.columns(); j++) {
      if (Float.isNaN(matrix.get(row, j))) {
        return true;
      }
    }
    return false;
  }
}
