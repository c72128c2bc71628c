package dev.nn.core.internal.architecture;

import dev.nn.api.expression.Binary;
import dev.nn.api.expression.Choice;
import dev.nn.api.expression.Constant;
import dev.nn.api.expression.Expression;
import dev.nn.api.expression.Function;
import dev.nn.api.expression.Operator;
import dev.nn.api.expression.Unary;
import dev.nn.api.expression.Variable;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The code of a method that computes a formula of the variable in local 1. What occurs in the
 * formula more than once is computed once and kept in a local. A choice jumps, so that only one
 * side of it is computed.
 */
final class FormulaCode {
  private static final int FLOAD = 0x17;
  private static final int FSTORE = 0x38;
  private static final int FCONST_0 = 0x0b;
  private static final int DUP = 0x59;
  private static final int FNEG = 0x76;
  private static final int FCMPL = 0x95;
  private static final int IFLE = 0x9e;
  private static final int GOTO = 0xa7;
  private static final int F2D = 0x8d;
  private static final int D2F = 0x90;
  private static final int FRETURN = 0xae;
  private static final String MATH = "java/lang/Math";
  private static final String FLOAT_MATH = "dev/nn/math/FloatMath";

  private final ClassBytes to;
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
   * @param nextLocal the first local that holds no argument
   */
  FormulaCode(ClassBytes to, Expression formula, int nextLocal) {
    this.to = to;
    this.formula = formula;
    this.nextLocal = nextLocal;
    this.code = new MethodBytes();
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
    code.op(FRETURN, -1);
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
      code.withLocal(FLOAD, known, 1);
    } else if (part instanceof Variable) {
      code.withLocal(FLOAD, 1, 1);
    } else if (part instanceof Constant constant) {
      code.constant(to.number((float) constant.value()));
    } else {
      compute(part);
      if (uses.getOrDefault(part, 1) > 1) {
        code.op(DUP, 1);
        code.withLocal(FSTORE, nextLocal, -1);
        locals.put(part, nextLocal++);
      }
    }
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
    code.op(FCONST_0, 1);
    code.op(FCMPL, -1);
    int toOtherwise = code.jump(IFLE, -1);
    branch(choice, choice.then(), true);
    int toEnd = code.jump(GOTO, -1);
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
      case ADD -> code.op(0x62, -1);
      case SUBTRACT -> code.op(0x66, -1);
      case MULTIPLY -> code.op(0x6a, -1);
      case DIVIDE -> code.op(0x6e, -1);
      case MAXIMUM -> code.call(to.method(MATH, "max", "(FF)F"), -1);
      case MINIMUM -> code.call(to.method(MATH, "min", "(FF)F"), -1);
    }
  }

  private void function(Function function) {
    switch (function) {
      case NEGATE -> code.op(FNEG, 0);
      case ABSOLUTE -> code.call(to.method(MATH, "abs", "(F)F"), 0);
      case SQUARE_ROOT -> {
        code.op(F2D, 1);
        code.call(to.method(MATH, "sqrt", "(D)D"), 0);
        code.op(D2F, -1);
      }
      case EXP -> call("exp");
      case EXPM1 -> call("expm1");
      case LOG -> call("log");
      case LOG1P -> call("log1p");
      case TANH -> call("tanh");
      case SIGMOID -> call("sigmoid");
      case SOFTPLUS -> call("softplus");
      case ERF -> call("erf");
      case NORMAL_CDF -> call("normalCdf");
      case STEP -> call("step");
      case SIGN -> {
        call("step");
        code.constant(to.number(2));
        operator(Operator.MULTIPLY);
        code.constant(to.number(1));
        operator(Operator.SUBTRACT);
      }
    }
  }

  private void call(String function) {
    code.call(to.method(FLOAT_MATH, function, "(F)F"), 0);
  }
}
