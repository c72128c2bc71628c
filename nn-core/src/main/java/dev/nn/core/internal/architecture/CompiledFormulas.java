package dev.nn.core.internal.architecture;

import dev.nn.api.ElementwiseActivation;
import dev.nn.api.expression.Expression;
import dev.nn.api.expression.ExpressionActivation;
import dev.nn.api.expression.ExpressionLoss;
import java.lang.invoke.MethodHandle;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The compiled formulas of one class of activations or losses. The formulas differ where the
 * hyper-parameters do. Those that were used last are kept, because each is a class that the virtual
 * machine has to compile anew.
 */
final class CompiledFormulas {
  /** The variable of the formulas of activations. */
  static final Expression Z = Expression.variable("z");

  private static final int KEPT = 16;

  /** The formulas, which live as long as their class of plugins. */
  private static final ClassValue<CompiledFormulas> BY_CLASS =
      new ClassValue<>() {
        @Override
        protected CompiledFormulas computeValue(Class<?> plugin) {
          return new CompiledFormulas();
        }
      };

  private final Map<Expression, MethodHandle> constructors = new LinkedHashMap<>(KEPT, 0.75f, true);

  private CompiledFormulas() {}

  /** An activation that computes what the given one does, by code made from its formula. */
  static ElementwiseActivation of(ExpressionActivation activation) {
    Expression formula = activation.formula(Z);
    MethodHandle constructor =
        BY_CLASS
            .get(activation.getClass())
            .constructorOf(formula, () -> FormulaCompiler.constructorOf(formula));
    try {
      return (CompiledFormula) constructor.invoke((ElementwiseActivation) activation);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  /** A loss that computes what the given one does, by code made from its formula. */
  static CompiledLoss of(ExpressionLoss loss) {
    Expression formula = loss.formula(ExpressionLoss.PREDICTION, ExpressionLoss.TARGET);
    MethodHandle constructor =
        BY_CLASS
            .get(loss.getClass())
            .constructorOf(
                formula,
                () ->
                    FormulaCompiler.constructorOfLoss(
                        formula, formula.derivative(ExpressionLoss.PREDICTION)));
    try {
      return (CompiledLoss) constructor.invoke(loss);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private synchronized MethodHandle constructorOf(
      Expression formula, Supplier<MethodHandle> compiler) {
    MethodHandle known = constructors.get(formula);
    if (known == null) {
      known = compiler.get();
      constructors.put(formula, known);
      if (constructors.size() > KEPT) {
        constructors.remove(constructors.keySet().iterator().next());
      }
    }
    return known;
  }
}
