package dev.nn.core.internal.architecture;

import dev.nn.api.ElementwiseLoss;
import dev.nn.api.Loss;
import dev.nn.api.Options;
import dev.nn.api.expression.ExpressionLoss;
import dev.nn.math.Matrix;
import java.util.OptionalDouble;
import java.util.Set;

/** A loss whose value and derivative {@link FormulaCompiler} has made from its formula. */
abstract class CompiledLoss implements ElementwiseLoss {
  private final ExpressionLoss described;
  private final boolean sum;
  private final OptionalDouble multipleOfError;

  CompiledLoss(ExpressionLoss described) {
    this.described = described;
    this.sum = described.sum();
    this.multipleOfError =
        ExpressionLoss.multipleOfError(
            described
                .formula(ExpressionLoss.PREDICTION, ExpressionLoss.TARGET)
                .derivative(ExpressionLoss.PREDICTION));
  }

  @Override
  public final String name() {
    return described.name();
  }

  @Override
  public final Set<String> aliases() {
    return described.aliases();
  }

  @Override
  public final String description() {
    return described.description();
  }

  @Override
  public final Options options() {
    return described.options();
  }

  @Override
  public final Loss withOptions(Options complete) {
    return described.withOptions(complete);
  }

  @Override
  public final boolean sum() {
    return sum;
  }

  @Override
  public final void gradient(Matrix prediction, Matrix target, Matrix gradient) {
    if (multipleOfError.isPresent()) {
      float divisor = sum ? 1 : prediction.columns();
      ExpressionLoss.errors(
          (float) multipleOfError.getAsDouble() / divisor, prediction, target, gradient);
    } else {
      ElementwiseLoss.super.gradient(prediction, target, gradient);
    }
  }
}
