package dev.nn.math.kernel;

/** Holds the choice, so that it is made when first asked for, and once. */
final class ActiveKernels {
  static final Kernels CHOSEN = new ScalarKernels();

  private ActiveKernels() {}
}
