package dev.nn.core.internal.architecture;

import dev.nn.api.ElementwiseActivation;
import dev.nn.api.expression.Expression;
import dev.nn.api.expression.ExpressionActivation;
import java.lang.invoke.MethodHandle;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The compiled formulas of one class of activations. The formulas differ where the hyper-parameters
 * do. Those that were used last are kept, because each is a class that the virtual machine has to
 * compile anew.
 */
final class CompiledFormulas {
  private static final int KEPT = 16;

  /** The formulas, which live as long as their class of activations. */
  private static final ClassValue<CompiledFormulas> BY_CLASS =
      new ClassValue<>() {
        @Override
        protected CompiledFormulas computeValue(Class<?> activation) {
          return new CompiledFormulas();
        }
      };

  private final Map<Expression, MethodHandle> constructors = new LinkedHashMap<>(KEPT, 0.75f, true);

  private CompiledFormulas() {}

  /** An activation that computes what the given one does, by code made from its formula. */
  static ElementwiseActivation of(ExpressionActivation activation) {
    Expression formula = activation.formula(Expression.variable("z"));
    MethodHandle constructor = BY_CLASS.get(activation.getClass()).constructorOf(formula);
    try {
      return (CompiledFormula) constructor.invoke((ElementwiseActivation) activation);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private synchronized MethodHandle constructorOf(Expression formula) {
    MethodHandle known = constructors.get(formula);
    if (known == null) {
      known = FormulaCompiler.constructorOf(formula);
      constructors.put(formula, known);
      if (constructors.size() > KEPT) {
        constructors.remove(constructors.keySet().iterator().next());
      }
    }
    return known;
  }
}
