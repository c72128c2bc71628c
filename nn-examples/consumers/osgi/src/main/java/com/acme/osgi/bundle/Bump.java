package com.acme.osgi.bundle;

import dev.nn.api.expression.Expression;
import dev.nn.api.expression.ExpressionActivation;

/** z·tanh(z + 0.5), the plugin of this bundle. */
public record Bump() implements ExpressionActivation {

  @Override
  public String name() {
    return "acme.bump";
  }

  @Override
  public Expression formula(Expression z) {
    return z.times(z.plus(0.5).tanh());
  }
}
