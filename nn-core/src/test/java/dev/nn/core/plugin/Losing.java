package dev.nn.core.plugin;

import dev.nn.api.ElementwiseActivation;
import dev.nn.api.Options;

/** An activation whose shift is no option, and whose siblings have the default. */
public record Losing(double shift) implements ElementwiseActivation {
  @Override
  public String name() {
    return "acme.losing";
  }

  @Override
  public Losing withOptions(Options complete) {
    return new Losing(0);
  }

  @Override
  public float value(float z) {
    return z + (float) shift;
  }

  @Override
  public float derivative(float z, float a) {
    return 1;
  }
}
