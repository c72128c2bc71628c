package dev.nn.tests.conformance.training;

import dev.nn.api.Composite;
import dev.nn.api.Shape;
import dev.nn.api.Signal;

/** A highway block, as an author of plugins would write it. */
record Highway() implements Composite {
  @Override
  public String name() {
    return "test.highway";
  }

  @Override
  public Signal compose(Signal x, Shape shape) {
    Signal candidate = x.through("dense(activation=tanh, units=" + shape.last() + ")");
    Signal gate = x.through("dense(activation=sigmoid, units=" + shape.last() + ")");
    return candidate.minus(x).times(gate).plus(x);
  }
}
