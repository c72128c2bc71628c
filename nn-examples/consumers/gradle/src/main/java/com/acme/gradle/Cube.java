package com.acme.gradle;

import dev.nn.api.NnPlugin;
import dev.nn.api.expression.Expression;
import dev.nn.api.expression.ExpressionActivation;

/** z³. The processor names it in META-INF/services. */
@NnPlugin
public record Cube() implements ExpressionActivation {

  @Override
  public String name() {
    return "acme.cube";
  }

  @Override
  public Expression formula(Expression z) {
    return z.times(z).times(z);
  }
}
