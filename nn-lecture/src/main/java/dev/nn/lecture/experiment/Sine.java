package dev.nn.lecture.experiment;

import dev.nn.api.ElementwiseActivation;

/** g(z) = sin z, which rises and falls. Nobody should use it; it shows what happens then. */
record Sine() implements ElementwiseActivation {
  @Override
  public String name() {
    return "lecture.sine";
  }

  @Override
  public String description() {
    return "sin(z)";
  }

  @Override
  public float value(float z) {
    return (float) StrictMath.sin(z);
  }

  @Override
  public float derivative(float z, float a) {
    return (float) StrictMath.cos(z);
  }
}
