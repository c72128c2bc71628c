package dev.nn.core.internal.architecture;

import dev.nn.api.ElementwiseLoss;
import dev.nn.api.Loss;
import dev.nn.api.expression.ExpressionLoss;
import dev.nn.math.Matrix;
import java.util.Set;

/** Finds the fastest form of a loss. */
public final class RunningLoss {
  private static final Set<Class<?>> INTERFACES =
      Set.of(ElementwiseLoss.class, ExpressionLoss.class);

  private RunningLoss() {}

  /**
   * The loss as it is to compute: one that has nothing but a formula is compiled, all others are
   * what they were.
   */
  public static Loss of(Loss loss) {
    if (!(loss instanceof ExpressionLoss given)
        || !isInherited(loss, "value", double.class, double.class)
        || !isInherited(loss, "derivative", double.class, double.class)
        || !isInherited(loss, "value", Matrix.class, Matrix.class, double[].class)
        || !isInherited(loss, "gradient", Matrix.class, Matrix.class, Matrix.class)) {
      return loss;
    }
    try {
      return CompiledFormulas.of(given);
    } catch (Throwable e) {
      throw PluginFailure.of(loss, "formula", e);
    }
  }

  private static boolean isInherited(Loss loss, String method, Class<?>... parameters) {
    return INTERFACES.contains(OwnLoops.declaring(loss, method, parameters));
  }
}
