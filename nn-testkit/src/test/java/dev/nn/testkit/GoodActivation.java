package dev.nn.testkit;

import dev.nn.api.Activation;
import dev.nn.math.Matrix;

/** 2z: keeps all rules; broken ones override what they break. */
public class GoodActivation implements Activation {
  @Override
  public String name() {
    return "test.twice";
  }

  @Override
  public void forward(Matrix z, Matrix a) {
    for (int i = 0; i < z.rows(); i++) {
      for (int j = 0; j < z.columns(); j++) {
        a.set(i, j, 2 * z.get(i, j));
      }
    }
  }

  @Override
  public void backward(Matrix z, Matrix a, Matrix da, Matrix dz) {
    forward(da, dz);
  }

  @Override
  public boolean equals(Object other) {
    return other != null && other.getClass() == getClass();
  }

  @Override
  public int hashCode() {
    return getClass().hashCode();
  }
}
