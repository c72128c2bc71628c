package com.acme.plugins;

import dev.nn.api.ElementwiseActivation;
import dev.nn.api.NnPlugin;
import dev.nn.api.Options;
import dev.nn.api.Range;

/** z + strength·(√(z² + 1) − 1), given by its value and its derivative. */
@NnPlugin
public record Bent(double strength) implements ElementwiseActivation {

  public Bent() {
    this(0.5);
  }

  public Bent {
    strength = Range.atLeast(0).check("strength", strength);
  }

  @Override
  public String name() {
    return "acme.bent";
  }

  @Override
  public String description() {
    return "z + strength·(√(z² + 1) − 1)";
  }

  @Override
  public Options options() {
    return Options.NONE.withReal("strength", strength);
  }

  @Override
  public Bent withOptions(Options complete) {
    return new Bent(complete.real("strength"));
  }

  @Override
  public float value(float z) {
    return z + (float) strength * ((float) Math.sqrt(z * z + 1) - 1);
  }

  @Override
  public float derivative(float z, float a) {
    return 1 + (float) strength * z / (float) Math.sqrt(z * z + 1);
  }
}
