package dev.nn.playground;

import dev.nn.api.ElementwiseActivation;
import dev.nn.api.Options;

/** An activation of a third party: sin(ωz). */
record Wave(double frequency) implements ElementwiseActivation {
  @Override
  public String name() {
    return "acme.wave";
  }

  @Override
  public Options options() {
    return Options.NONE.withReal("frequency", frequency);
  }

  @Override
  public Wave withOptions(Options complete) {
    return new Wave(complete.real("frequency"));
  }

  @Override
  public float value(float z) {
    return (float) StrictMath.sin(frequency * z);
  }

  @Override
  public float derivative(float z, float a) {
    return (float) (frequency * StrictMath.cos(frequency * z));
  }
}
