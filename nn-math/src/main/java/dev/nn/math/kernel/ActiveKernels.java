package dev.nn.math.kernel;

/** Holds the choice, so that it is made when first asked for, and once. */
final class ActiveKernels {
  static final Kernels SCALAR = new ScalarKernels();
  static final KernelChoice CHOICE = KernelChoice.make();

  private ActiveKernels() {}
}
