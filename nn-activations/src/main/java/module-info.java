import dev.nn.activations.Celu;
import dev.nn.activations.Elu;
import dev.nn.activations.Exponential;
import dev.nn.activations.Gelu;
import dev.nn.activations.HardShrink;
import dev.nn.activations.HardSigmoid;
import dev.nn.activations.HardSilu;
import dev.nn.activations.HardTanh;
import dev.nn.activations.Identity;
import dev.nn.activations.LeakyRelu;
import dev.nn.activations.LogSigmoid;
import dev.nn.activations.LogSoftmax;
import dev.nn.activations.Mish;
import dev.nn.activations.Relu;
import dev.nn.activations.Relu6;
import dev.nn.activations.Selu;
import dev.nn.activations.Sigmoid;
import dev.nn.activations.Silu;
import dev.nn.activations.SoftShrink;
import dev.nn.activations.Softmax;
import dev.nn.activations.Softmin;
import dev.nn.activations.Softplus;
import dev.nn.activations.Softsign;
import dev.nn.activations.SparsePlus;
import dev.nn.activations.SparseSigmoid;
import dev.nn.activations.Sparsemax;
import dev.nn.activations.Squareplus;
import dev.nn.activations.Tanh;
import dev.nn.activations.TanhShrink;
import dev.nn.activations.Threshold;
import dev.nn.api.Activation;

/** The built-in activation functions. */
module dev.nn.activations {
  requires transitive dev.nn.api;
  requires static org.jspecify;

  exports dev.nn.activations;

  provides Activation with
      Celu,
      Elu,
      Exponential,
      Gelu,
      HardShrink,
      HardSigmoid,
      HardSilu,
      HardTanh,
      Identity,
      LeakyRelu,
      LogSigmoid,
      LogSoftmax,
      Mish,
      Relu,
      Relu6,
      Selu,
      Sigmoid,
      Silu,
      SoftShrink,
      Softmax,
      Softmin,
      Softplus,
      Softsign,
      SparsePlus,
      SparseSigmoid,
      Sparsemax,
      Squareplus,
      Tanh,
      TanhShrink,
      Threshold;
}
