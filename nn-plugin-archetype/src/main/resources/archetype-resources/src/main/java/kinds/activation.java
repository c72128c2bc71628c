#set($snake = $className.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase())
package ${package};

import dev.nn.api.NnPlugin;
import dev.nn.api.Options;
import dev.nn.api.expression.Expression;
import dev.nn.api.expression.ExpressionActivation;

/** z·tanh(z + shift). The derivative comes from the formula. */
@NnPlugin
public record ${className}(double shift) implements ExpressionActivation {

  public ${className}() {
    this(0.5);
  }

  @Override
  public String name() {
    return "${prefix}.${snake}";
  }

  @Override
  public Options options() {
    return Options.NONE.withReal("shift", shift);
  }

  @Override
  public ${className} withOptions(Options complete) {
    return new ${className}(complete.real("shift"));
  }

  @Override
  public Expression formula(Expression z) {
    return z.times(z.plus(shift).tanh());
  }
}
