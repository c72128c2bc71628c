/** Matrices, elementary functions and matrix products. */
// Not every module that may use the kernels exists when this one is compiled.
@SuppressWarnings("module")
module dev.nn.math {
  requires static org.jspecify;

  exports dev.nn.math;
  exports dev.nn.math.platform;
  exports dev.nn.math.kernel to
      dev.nn.activations,
      dev.nn.benchmarks,
      dev.nn.core,
      dev.nn.data,
      dev.nn.init,
      dev.nn.optim,
      dev.nn.tests;

  uses dev.nn.math.kernel.Kernels;

  provides dev.nn.math.kernel.Kernels with
      dev.nn.math.simd.VectorKernels;
}
