package dev.nn.tests.conformance.document;

import dev.nn.api.Loss;
import dev.nn.api.Options;
import dev.nn.math.Matrix;
import java.util.ArrayList;
import java.util.List;

/**
 * ℓ = rows · Σⱼ tⱼ ŷⱼ, so that, after the engine's mean over the rows, the target t of an output is
 * its gradient. Remembers the outputs, which in training are not those of a model where layers
 * behave differently then.
 *
 * @param rows of the batch, a power of two lest anything be rounded
 * @param outputs receives them
 */
record Projection(int rows, List<float[]> outputs) implements Loss {
  Projection(int rows) {
    this(rows, new ArrayList<>());
  }

  @Override
  public String name() {
    return "test.projection";
  }

  @Override
  public Options options() {
    return Options.NONE.withInteger("rows", rows);
  }

  @Override
  public Projection withOptions(Options complete) {
    return new Projection(complete.integer("rows"));
  }

  /** What it has seen makes it no other loss. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Projection projection && projection.rows == rows;
  }

  @Override
  public int hashCode() {
    return rows;
  }

  @Override
  public void value(Matrix prediction, Matrix target, double[] lossPerRow) {
    outputs.clear();
    for (int i = 0; i < prediction.rows(); i++) {
      outputs.add(prediction.row(i));
      double sum = 0;
      for (int j = 0; j < prediction.columns(); j++) {
        sum += (double) target.get(i, j) * prediction.get(i, j);
      }
      lossPerRow[i] = rows * sum;
    }
  }

  @Override
  public void gradient(Matrix prediction, Matrix target, Matrix gradient) {
    for (int i = 0; i < prediction.rows(); i++) {
      for (int j = 0; j < prediction.columns(); j++) {
        gradient.set(i, j, rows * target.get(i, j));
      }
    }
  }
}
