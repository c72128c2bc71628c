#set($snake = $className.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase())
package ${package};

import dev.nn.api.NnPlugin;
import dev.nn.api.expression.Expression;
import dev.nn.api.expression.ExpressionLoss;

/**
 * The mean of √((ŷ − y)² + 1) − 1, where ŷ is the prediction and y the target. The gradient comes
 * from the formula.
 */
@NnPlugin
public record ${className}() implements ExpressionLoss {

  @Override
  public String name() {
    return "${prefix}.${snake}";
  }

  @Override
  public Expression formula(Expression prediction, Expression target) {
    Expression error = prediction.minus(target);
    return error.times(error).plus(1).sqrt().minus(1);
  }
}
