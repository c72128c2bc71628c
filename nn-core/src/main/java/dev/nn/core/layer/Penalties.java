package dev.nn.core.layer;

/** Checks of penalty factors. */
final class Penalties {
  private Penalties() {}

  static void check(double kernelL1, double kernelL2, double biasL1, double biasL2) {
    check("kernel_l1", kernelL1);
    check("kernel_l2", kernelL2);
    check("bias_l1", biasL1);
    check("bias_l2", biasL2);
  }

  private static void check(String name, double value) {
    if (!(value >= 0)) {
      throw new IllegalArgumentException(name + " must be at least 0, got " + value);
    }
  }
}
