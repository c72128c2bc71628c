package com.acme.plugins;

import dev.nn.api.Composite;
import dev.nn.api.NnPlugin;
import dev.nn.api.Options;
import dev.nn.api.Shape;
import dev.nn.api.Signal;

/** A gated linear unit, made of two dense layers. The backward pass comes from what flows where. */
@NnPlugin
public record Gated(int units) implements Composite {

  public Gated() {
    this(1);
  }

  @Override
  public String name() {
    return "acme.gated";
  }

  @Override
  public String description() {
    return "(x·W + b) ⊙ sigmoid(x·V + c)";
  }

  @Override
  public Options options() {
    return Options.NONE.withInteger("units", units).require("units");
  }

  @Override
  public Gated withOptions(Options complete) {
    return new Gated(complete.integer("units"));
  }

  @Override
  public Signal compose(Signal x, Shape shape) {
    Signal gate = x.through("dense(units=" + units + ", activation=sigmoid)");
    return x.through("dense(units=" + units + ")").times(gate);
  }
}
