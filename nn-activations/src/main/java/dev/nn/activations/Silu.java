package dev.nn.activations;

import dev.nn.api.ElementwiseActivation;
import dev.nn.api.Options;
import dev.nn.api.Range;
import dev.nn.math.FloatMath;
import java.util.Set;

/**
 * The sigmoid linear unit, or swish: g(z) = z·σ(βz).
 *
 * <p>Sources: Elfwing, Uchibe and Doya, <i>Sigmoid-Weighted Linear Units</i>, 2017, with β = 1;
 * Ramachandran, Zoph and Le, <i>Searching for Activation Functions</i>, 2017. Keras and PyTorch
 * have β = 1 only.
 *
 * @param beta steepness of the gate; a finite float
 */
public record Silu(double beta) implements ElementwiseActivation {
  /**
   * Creates an activation and checks its hyper-parameters.
   *
   * @throws IllegalArgumentException if a hyper-parameter is out of its range
   */
  public Silu {
    beta = Range.finite().check("beta", beta);
  }

  /** Creates the activation with its defaults: beta = 1. */
  public Silu() {
    this(1);
  }

  @Override
  public String name() {
    return "silu";
  }

  @Override
  public Set<String> aliases() {
    return Set.of("swish");
  }

  @Override
  public String description() {
    return "z·sigmoid(beta·z)";
  }

  @Override
  public Options options() {
    return Options.NONE.withReal("beta", beta);
  }

  @Override
  public Silu withOptions(Options complete) {
    return new Silu(complete.real("beta"));
  }

  @Override
  public float value(float z) {
    return z * FloatMath.sigmoid((float) beta * z);
  }

  @Override
  public float derivative(float z, float a) {
    float b = (float) beta;
    float gate = FloatMath.sigmoid(b * z);
    return gate + gate * (1 - gate) * z * b;
  }
}
