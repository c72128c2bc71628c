package acme.activation;

import dev.nn.api.*;
import dev.nn.math.FloatMath;

public record Swish(double beta) implements ElementwiseActivation {
  public Swish() { this(1); }
  public String name() { return "acme.swish"; }
  public Options options() { return Options.NONE.withReal("beta", beta); }
  public Swish withOptions(Options complete) { return new Swish(complete.real("beta")); }
  public float value(float z) { return z * gate(z); }
  public float derivative(float z, float a) { return gate(z) + (float) beta * a * (1 - gate(z)); }
  private float gate(float z) { return FloatMath.sigmoid((float) beta * z); }
}
