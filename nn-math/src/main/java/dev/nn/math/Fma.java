package dev.nn.math;

/**
 * Fused multiply-adds a·b + c, rounded once: by the processor's instruction, or by {@link
 * SoftwareFma} where {@link Math#fma} has none to compile to. Both give the same bits.
 *
 * <p>The choice is a constant, of which the JIT compiler leaves nothing.
 */
final class Fma {
  static final boolean HARDWARE = FmaProbe.findsInstruction();

  private Fma() {}

  static float fma(float a, float b, float c) {
    return HARDWARE ? Math.fma(a, b, c) : SoftwareFma.fma(a, b, c);
  }

  static double fma(double a, double b, double c) {
    return HARDWARE ? Math.fma(a, b, c) : SoftwareFma.fma(a, b, c);
  }
}
