package com.acme.plugins;

import dev.nn.api.NnPlugin;
import dev.nn.api.Options;
import dev.nn.api.expression.Expression;
import dev.nn.api.expression.ExpressionActivation;

/** z·tanh(z + shift). The derivative comes from the formula. */
@NnPlugin
public record Bump(double shift) implements ExpressionActivation {

  public Bump() {
    this(0.5);
  }

  @Override
  public String name() {
    return "acme.bump";
  }

  @Override
  public Options options() {
    return Options.NONE.withReal("shift", shift);
  }

  @Override
  public Bump withOptions(Options complete) {
    return new Bump(complete.real("shift"));
  }

  @Override
  public Expression formula(Expression z) {
    return z.times(z.plus(shift).tanh());
  }
}
