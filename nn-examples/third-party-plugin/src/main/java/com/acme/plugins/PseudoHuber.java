package com.acme.plugins;

import dev.nn.api.NnPlugin;
import dev.nn.api.Options;
import dev.nn.api.Range;
import dev.nn.api.expression.Expression;
import dev.nn.api.expression.ExpressionLoss;

/** The mean of δ²·(√((e/δ)² + 1) − 1) over a row, where e is the error of one prediction. */
@NnPlugin
public record PseudoHuber(double delta) implements ExpressionLoss {

  public PseudoHuber() {
    this(1);
  }

  public PseudoHuber {
    delta = Range.between(0.001, 1000).check("delta", delta);
  }

  @Override
  public String name() {
    return "acme.pseudo_huber";
  }

  @Override
  public Options options() {
    return Options.NONE.withReal("delta", delta);
  }

  @Override
  public PseudoHuber withOptions(Options complete) {
    return new PseudoHuber(complete.real("delta"));
  }

  @Override
  public Expression formula(Expression prediction, Expression target) {
    Expression error = prediction.minus(target).dividedBy(delta);
    return error.times(error).plus(1).sqrt().minus(1).times(delta * delta);
  }
}
