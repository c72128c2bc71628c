package dev.nn.math;

import java.util.function.DoubleUnaryOperator;

/** Every function of {@link FloatMath} with its reference and the error its Javadoc promises. */
enum FloatFunctions {
  EXP(FloatMath::exp, StrictMath::exp, 0.8),
  EXPM1(FloatMath::expm1, StrictMath::expm1, 1.1),
  LOG(FloatMath::log, StrictMath::log, 0.9),
  LOG1P(FloatMath::log1p, StrictMath::log1p, 0.95),
  TANH(FloatMath::tanh, StrictMath::tanh, 2.2),
  SIGMOID(FloatMath::sigmoid, ReferenceMath::sigmoid, 1.5),
  SOFTPLUS(FloatMath::softplus, ReferenceMath::softplus, 1.6),
  ERF(FloatMath::erf, ReferenceMath::erf, 0.51),
  ERFC(FloatMath::erfc, ReferenceMath::erfc, 0.51),
  NORMAL_CDF(FloatMath::normalCdf, ReferenceMath::normalCdf, 0.51);

  /** A function of one float. */
  @FunctionalInterface
  interface FloatFunction {
    float apply(float x);
  }

  final FloatFunction function;
  final DoubleUnaryOperator reference;
  final double bound;

  FloatFunctions(FloatFunction function, DoubleUnaryOperator reference, double bound) {
    this.function = function;
    this.reference = reference;
    this.bound = bound;
  }

  UlpError error() {
    return new UlpError(function, reference);
  }
}
