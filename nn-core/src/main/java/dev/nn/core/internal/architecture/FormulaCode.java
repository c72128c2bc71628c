package dev.nn.core.internal.architecture;

import dev.nn.api.expression.Binary;
import dev.nn.api.expression.Choice;
import dev.nn.api.expression.Constant;
import dev.nn.api.expression.Expression;
import dev.nn.api.expression.Function;
import dev.nn.api.expression.Operator;
import dev.nn.api.expression.Unary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The code of a method that computes a formula of the variables in its first locals. What occurs in
 * the formula more than once is computed once and kept in a local. A choice jumps, so that only one
 * side of it is computed.
 */
final class FormulaCode {
  private static final int FNEG = 0x76;
  private static final int IFLE = 0x9e;
  private static final int GOTO = 0xa7;
  private static final int F2D = 0x8d;
  private static final int D2F = 0x90;
  private static final String MATH = "java/lang/Math";
  private static final String STRICT_MATH = "java/lang/StrictMath";
  private static final String FLOAT_MATH = "dev/nn/math/FloatMath";
  private static final String DOUBLE_MATH = "dev/nn/math/DoubleMath";

  private final ClassBytes to;
  private final Numbers numbers;
  private final Expression formula;
  private Map<Expression, Integer> locals = new HashMap<>();
  private final Map<Expression, Integer> uses = new HashMap<>();
  private final MethodBytes code;
  private int nextLocal;
  private int mostLocals;
  private int valueLocal;
  private @Nullable Expression value;

  /**
   * @param to the class, whose constants the code uses
   * @param arguments how many the method has; the variables are the first of them
   * @param variables of the formula
   */
  FormulaCode(
      ClassBytes to,
      Numbers numbers,
      Expression formula,
      int arguments,
      List<? extends Expression> variables) {
    this.to = to;
    this.numbers = numbers;
    this.formula = formula;
    this.nextLocal = 1 + arguments * numbers.size();
    this.code = new MethodBytes(numbers);
    for (int i = 0; i < variables.size(); i++) {
      locals.put(variables.get(i), 1 + i * numbers.size());
    }
  }

  /** Says that the value of the function, whose derivative this is, is in a local already. */
  void valueIsAt(int local, Expression function) {
    locals.put(function, local);
    valueLocal = local;
    value = function;
  }

  MethodBytes code() {
    count(formula);
    emit(formula);
    code.op(numbers.give(), -numbers.size());
    code.locals(Math.max(mostLocals, nextLocal));
    return code;
  }

  private void count(Expression part) {
    if (locals.containsKey(part) || uses.merge(part, 1, Integer::sum) > 1) {
      return;
    }
    if (part instanceof Unary unary) {
      count(unary.operand());
    } else if (part instanceof Binary binary) {
      count(binary.left());
      count(binary.right());
    } else if (part instanceof Choice choice) {
      count(choice.condition());
      count(choice.then());
      count(choice.otherwise());
    }
  }

  private void emit(Expression part) {
    Integer known = locals.get(part);
    if (known != null) {
      code.withLocal(numbers.load(), known, numbers.size());
    } else if (part instanceof Constant constant) {
      number(constant.value());
    } else {
      compute(part);
      if (uses.getOrDefault(part, 1) > 1) {
        code.op(numbers.duplicate(), numbers.size());
        code.withLocal(numbers.store(), nextLocal, -numbers.size());
        locals.put(part, nextLocal);
        nextLocal += numbers.size();
      }
    }
  }

  private void number(double value) {
    code.constant(numbers == Numbers.FLOATS ? to.number((float) value) : to.number(value));
  }

  private void compute(Expression part) {
    if (part instanceof Unary unary) {
      emit(unary.operand());
      function(unary.function());
    } else if (part instanceof Binary binary) {
      emit(binary.left());
      emit(binary.right());
      operator(binary.operator());
    } else if (part instanceof Choice choice) {
      choose(choice);
    }
  }

  /** What is computed on one side only is not there after it. */
  private void choose(Choice choice) {
    emit(choice.condition());
    code.op(numbers.zero(), numbers.size());
    // Two numbers are taken and an int is left.
    code.op(numbers.compare(), 1 - 2 * numbers.size());
    int toOtherwise = code.jump(IFLE, -1);
    branch(choice, choice.then(), true);
    int toEnd = code.jump(GOTO, -numbers.size());
    code.land(toOtherwise, nextLocal);
    branch(choice, choice.otherwise(), false);
    code.land(toEnd, nextLocal);
  }

  private void branch(Choice choice, Expression side, boolean isPositive) {
    Map<Expression, Integer> outside = locals;
    int outsideLocals = nextLocal;
    locals = new HashMap<>(outside);
    if (value instanceof Choice whole && whole.condition().equals(choice.condition())) {
      // On this side, the function is this side of its own choice.
      locals.putIfAbsent(isPositive ? whole.then() : whole.otherwise(), valueLocal);
    }
    emit(side);
    mostLocals = Math.max(mostLocals, nextLocal);
    locals = outside;
    nextLocal = outsideLocals;
  }

  private void operator(Operator operator) {
    switch (operator) {
      case ADD -> code.op(numbers.arithmetic(0x62), -numbers.size());
      case SUBTRACT -> code.op(numbers.arithmetic(0x66), -numbers.size());
      case MULTIPLY -> code.op(numbers.arithmetic(0x6a), -numbers.size());
      case DIVIDE -> code.op(numbers.arithmetic(0x6e), -numbers.size());
      case MAXIMUM -> code.call(to.method(MATH, "max", numbers.descriptor(2)), -numbers.size());
      case MINIMUM -> code.call(to.method(MATH, "min", numbers.descriptor(2)), -numbers.size());
    }
  }

  private void function(Function function) {
    switch (function) {
      case NEGATE -> code.op(numbers.arithmetic(FNEG), 0);
      case ABSOLUTE -> call(MATH, "abs");
      case SQUARE_ROOT -> inDouble(MATH, "sqrt");
      case EXP -> elementary("exp");
      case EXPM1 -> elementary("expm1");
      case LOG -> elementary("log");
      case LOG1P -> elementary("log1p");
      case TANH -> elementary("tanh");
      case SIGMOID -> made("sigmoid");
      case SOFTPLUS -> made("softplus");
      case LOG_COSH -> inDouble(DOUBLE_MATH, "logCosh");
      case ERF -> inFloat("erf");
      case NORMAL_CDF -> inFloat("normalCdf");
      case STEP -> made("step");
      case SIGN -> {
        made("step");
        number(2);
        operator(Operator.MULTIPLY);
        number(1);
        operator(Operator.SUBTRACT);
      }
    }
  }

  private void elementary(String function) {
    call(numbers == Numbers.FLOATS ? FLOAT_MATH : STRICT_MATH, function);
  }

  private void made(String function) {
    call(numbers == Numbers.FLOATS ? FLOAT_MATH : DOUBLE_MATH, function);
  }

  private void call(String owner, String function) {
    code.call(to.method(owner, function, numbers.descriptor(1)), 0);
  }

  private void inDouble(String owner, String function) {
    if (numbers == Numbers.FLOATS) {
      code.op(F2D, 1);
    }
    code.call(to.method(owner, function, Numbers.DOUBLES.descriptor(1)), 0);
    if (numbers == Numbers.FLOATS) {
      code.op(D2F, -1);
    }
  }

  private void inFloat(String function) {
    if (numbers == Numbers.DOUBLES) {
      code.op(D2F, -1);
    }
    code.call(to.method(FLOAT_MATH, function, Numbers.FLOATS.descriptor(1)), 0);
    if (numbers == Numbers.DOUBLES) {
      code.op(F2D, 1);
    }
  }
}
