package dev.nn.core.internal.architecture;

import dev.nn.api.ElementwiseActivation;
import dev.nn.api.expression.Expression;
import dev.nn.api.expression.ExpressionLoss;
import dev.nn.api.expression.Unary;
import dev.nn.api.expression.Variable;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;

/**
 * Makes a class from a formula, with the methods {@code value} and {@code derivative} that an
 * author would write by hand. The compiler of the virtual machine then treats both alike.
 */
final class FormulaCompiler {
  private static final MethodType CONSTRUCTOR =
      MethodType.methodType(void.class, ElementwiseActivation.class);

  private static final MethodType LOSS_CONSTRUCTOR =
      MethodType.methodType(void.class, ExpressionLoss.class);

  private FormulaCompiler() {}

  /** The constructor of a hidden subclass of {@link CompiledFormula}. */
  static MethodHandle constructorOf(Expression formula) {
    return constructor(classOf(formula), CONSTRUCTOR);
  }

  private static MethodHandle constructor(byte[] code, MethodType type) {
    try {
      MethodHandles.Lookup made = MethodHandles.lookup().defineHiddenClass(code, true);
      return made.findConstructor(made.lookupClass(), type);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The constructor of a hidden subclass of {@link CompiledLoss}. */
  static MethodHandle constructorOfLoss(Expression formula, Expression slope) {
    String parent = CompiledLoss.class.getName().replace('.', '/');
    ClassBytes made = new ClassBytes(parent + "$Made", parent);
    made.constructor(LOSS_CONSTRUCTOR.toMethodDescriptorString());
    List<Expression> variables = List.of(ExpressionLoss.PREDICTION, ExpressionLoss.TARGET);
    made.method(
        "value", "(DD)D", new FormulaCode(made, Numbers.DOUBLES, formula, 2, variables).code());
    made.method(
        "derivative", "(DD)D", new FormulaCode(made, Numbers.DOUBLES, slope, 2, variables).code());
    return constructor(made.bytes(), LOSS_CONSTRUCTOR);
  }

  private static Class<? extends CompiledFormula> parentOf(Expression formula) {
    if (formula instanceof Unary unary && unary.operand() instanceof Variable) {
      return switch (unary.function()) {
        case SIGMOID -> CompiledFormula.OfSigmoid.class;
        case EXP -> CompiledFormula.OfExp.class;
        default -> CompiledFormula.class;
      };
    }
    return CompiledFormula.class;
  }

  private static byte[] classOf(Expression formula) {
    String parent = parentOf(formula).getName().replace('.', '/');
    ClassBytes made = new ClassBytes(parent + "$Made", parent);
    made.constructor(CONSTRUCTOR.toMethodDescriptorString());
    List<Expression> variables = List.of(CompiledFormulas.Z);
    made.method(
        "value", "(F)F", new FormulaCode(made, Numbers.FLOATS, formula, 1, variables).code());
    FormulaCode derivative =
        new FormulaCode(made, Numbers.FLOATS, formula.derivative(), 2, variables);
    if (!(formula instanceof Variable)) {
      // The engine hands the value in, so it need not be computed again.
      derivative.valueIsAt(2, formula);
    }
    made.method("derivative", "(FF)F", derivative.code());
    return made.bytes();
  }
}
