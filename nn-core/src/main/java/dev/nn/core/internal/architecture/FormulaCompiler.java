package dev.nn.core.internal.architecture;

import dev.nn.api.ElementwiseActivation;
import dev.nn.api.expression.Expression;
import dev.nn.api.expression.Unary;
import dev.nn.api.expression.Variable;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * Makes a class from a formula, with the methods {@code value} and {@code derivative} that an
 * author would write by hand. The compiler of the virtual machine then treats both alike.
 */
final class FormulaCompiler {
  private static final MethodType CONSTRUCTOR =
      MethodType.methodType(void.class, ElementwiseActivation.class);

  private FormulaCompiler() {}

  /** The constructor of a hidden subclass of {@link CompiledFormula}. */
  static MethodHandle constructorOf(Expression formula) {
    byte[] code = classOf(formula);
    try {
      MethodHandles.Lookup made = MethodHandles.lookup().defineHiddenClass(code, true);
      return made.findConstructor(made.lookupClass(), CONSTRUCTOR);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
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
    made.method("value", "(F)F", new FormulaCode(made, formula, 2).code());
    FormulaCode derivative = new FormulaCode(made, formula.derivative(), 3);
    if (!(formula instanceof Variable)) {
      // The engine hands the value in, so it need not be computed again.
      derivative.valueIsAt(2, formula);
    }
    made.method("derivative", "(FF)F", derivative.code());
    return made.bytes();
  }
}
