#set($snake = $className.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase())
package ${package};

import dev.nn.api.Loss;
import dev.nn.api.NnPlugin;
import dev.nn.math.Matrix;

/** The mean of √((ŷ − y)² + 1) − 1, where ŷ is the prediction and y the target. */
@NnPlugin
public record ${className}() implements Loss {

  @Override
  public String name() {
    return "${prefix}.${snake}";
  }

  @Override
  public String description() {
    return "mean of √((ŷ − y)² + 1) − 1";
  }

  @Override
  public void value(Matrix prediction, Matrix target, double[] lossPerRow) {
    for (int i = 0; i < prediction.rows(); i++) {
      double sum = 0;
      for (int j = 0; j < prediction.columns(); j++) {
        double error = (double) prediction.get(i, j) - target.get(i, j);
        sum += Math.sqrt(error * error + 1) - 1;
      }
      lossPerRow[i] = sum / prediction.columns();
    }
  }

  @Override
  public void gradient(Matrix prediction, Matrix target, Matrix gradient) {
    for (int i = 0; i < prediction.rows(); i++) {
      for (int j = 0; j < prediction.columns(); j++) {
        double error = (double) prediction.get(i, j) - target.get(i, j);
        double slope = error / Math.sqrt(error * error + 1);
        gradient.set(i, j, (float) (slope / prediction.columns()));
      }
    }
  }
}
