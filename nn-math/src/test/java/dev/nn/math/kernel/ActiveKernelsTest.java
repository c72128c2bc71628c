package dev.nn.math.kernel;

/** The kernels that this machine runs, which have vectors where it has them. */
class ActiveKernelsTest implements KernelsContract, ProductsContract {
  @Override
  public Kernels kernels() {
    return Kernels.active();
  }
}
