package dev.nn.core.internal.architecture;

import dev.nn.api.Activation;
import dev.nn.api.ElementwiseActivation;
import dev.nn.api.Options;
import dev.nn.math.Matrix;
import dev.nn.math.kernel.Kernels;
import java.util.Set;

/**
 * An activation whose value and derivative {@link FormulaCompiler} has made from its formula. Its
 * loops are those of {@link ElementwiseActivation}, so {@link OwnLoops} gives it a copy of them.
 * The subclasses are for formulas that are as a whole what a vector kernel computes.
 */
abstract class CompiledFormula implements ElementwiseActivation {
  private static final Kernels KERNELS = Kernels.active();

  private final ElementwiseActivation described;

  CompiledFormula(ElementwiseActivation described) {
    this.described = described;
  }

  @Override
  public final String name() {
    return described.name();
  }

  @Override
  public final Set<String> aliases() {
    return described.aliases();
  }

  @Override
  public final String description() {
    return described.description();
  }

  @Override
  public final Options options() {
    return described.options();
  }

  @Override
  public final Activation withOptions(Options complete) {
    return described.withOptions(complete);
  }

  /** A formula that is the logistic function. */
  abstract static class OfSigmoid extends CompiledFormula {
    OfSigmoid(ElementwiseActivation described) {
      super(described);
    }

    @Override
    public final void forward(Matrix z, Matrix a) {
      KERNELS.sigmoid(z, a);
    }

    @Override
    public final void backward(Matrix z, Matrix a, Matrix da, Matrix dz) {
      KERNELS.sigmoidGradient(a, da, dz);
    }
  }

  /** A formula that is the exponential function. */
  abstract static class OfExp extends CompiledFormula {
    OfExp(ElementwiseActivation described) {
      super(described);
    }

    @Override
    public final void forward(Matrix z, Matrix a) {
      KERNELS.exp(z, a);
    }
  }
}
