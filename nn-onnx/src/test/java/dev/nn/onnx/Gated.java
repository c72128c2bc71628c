package dev.nn.onnx;

import dev.nn.api.Composite;
import dev.nn.api.Options;
import dev.nn.api.Shape;
import dev.nn.api.Signal;

/** A layer of a third party that is made of others, which it names. */
record Gated(int units) implements Composite {
  @Override
  public String name() {
    return "acme.gated";
  }

  @Override
  public Options options() {
    return Options.NONE.withInteger("units", units).require("units");
  }

  @Override
  public Gated withOptions(Options complete) {
    return new Gated(complete.integer("units"));
  }

  /** Uses a signal twice, and takes one from another. */
  @Override
  public Signal compose(Signal x, Shape shape) {
    Signal z = x.through("dense(units=" + units + ", activation=tanh)");
    Signal gate = x.through("dense(activation=sigmoid, units=" + units + ")");
    return z.times(gate).minus(z);
  }
}
