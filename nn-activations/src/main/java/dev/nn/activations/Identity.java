package dev.nn.activations;

import dev.nn.api.ElementwiseActivation;
import dev.nn.math.Matrix;
import java.util.Set;

/**
 * The identity g(z) = z: what a linear output layer uses. A network of nothing else collapses into
 * one linear layer, however deep it is.
 *
 * <p>Keras calls it {@code linear}, PyTorch {@code Identity}.
 */
public record Identity() implements ElementwiseActivation {
  @Override
  public String name() {
    return "identity";
  }

  @Override
  public Set<String> aliases() {
    return Set.of("linear");
  }

  @Override
  public String description() {
    return "z";
  }

  @Override
  public float value(float z) {
    return z;
  }

  @Override
  public float derivative(float z, float a) {
    return 1;
  }

  @Override
  public void forward(Matrix z, Matrix a) {
    z.copyTo(a);
  }

  @Override
  public void backward(Matrix z, Matrix a, Matrix da, Matrix dz) {
    da.copyTo(dz);
  }
}
