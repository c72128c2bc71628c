package dev.nn.activations;

import dev.nn.api.ElementwiseActivation;
import dev.nn.math.Matrix;
import java.util.Set;

/**
 * A swish of straight lines and a parabola: g(z) = z·min(max(z/6 + ½, 0), 1). The derivative at −3
 * is 0 and at 3 is 1.
 *
 * <p>Source: Howard et al., <i>Searching for MobileNetV3</i>, 2019.
 */
public record HardSilu() implements ElementwiseActivation {
  @Override
  public String name() {
    return "hard_silu";
  }

  @Override
  public Set<String> aliases() {
    return Set.of("hard_swish");
  }

  @Override
  public String description() {
    return "z * hard_sigmoid(z)";
  }

  @Override
  public float value(float z) {
    return z * Math.max(0, Math.min(1, z / 6 + 0.5f));
  }

  @Override
  public float derivative(float z, float a) {
    float inside = z / 3 + 0.5f;
    float right = z >= 3 ? 1 : inside;
    return z <= -3 ? 0 : right;
  }

  @Override
  public void forward(Matrix z, Matrix a) {
    float[] zs = z.data();
    float[] as = a.data();
    int columns = z.columns();
    for (int i = 0; i < z.rows(); i++) {
      int zi = z.rowStart(i);
      int ai = a.rowStart(i);
      for (int j = 0; j < columns; j++) {
        as[ai + j] = value(zs[zi + j]);
      }
    }
  }

  @Override
  public void backward(Matrix z, Matrix a, Matrix da, Matrix dz) {
    float[] zs = z.data();
    float[] as = a.data();
    float[] das = da.data();
    float[] dzs = dz.data();
    int columns = z.columns();
    for (int i = 0; i < z.rows(); i++) {
      int zi = z.rowStart(i);
      int ai = a.rowStart(i);
      int dai = da.rowStart(i);
      int dzi = dz.rowStart(i);
      for (int j = 0; j < columns; j++) {
        dzs[dzi + j] = das[dai + j] * derivative(zs[zi + j], as[ai + j]);
      }
    }
  }
}
