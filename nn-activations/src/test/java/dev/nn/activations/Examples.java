package dev.nn.activations;

import dev.nn.api.Activation;
import dev.nn.api.ElementwiseActivation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Every activation, with its defaults and with other options; the golden files have the same. */
final class Examples {
  private Examples() {}

  static List<ElementwiseActivation> elementwise() {
    return List.of(
        new Identity(),
        new Sigmoid(),
        new Tanh(),
        new Relu(),
        new Relu(0.5, Optional.empty(), 0),
        new Relu(0, Optional.of(5.0), 0),
        new Relu(0.25, Optional.of(4.0), 1.5),
        new Relu(0, Optional.empty(), 1.5),
        new LeakyRelu(),
        new LeakyRelu(0.01),
        new Relu6(),
        new Elu(),
        new Elu(0.3),
        new Selu(),
        new Celu(),
        new Celu(2.5),
        new Gelu(),
        new Gelu(true),
        new Silu(),
        new Silu(1.7),
        new Mish(),
        new Softplus(),
        new Softsign(),
        new HardSigmoid(),
        new HardSilu(),
        new HardTanh(),
        new TanhShrink(),
        new SoftShrink(),
        new SoftShrink(1.25),
        new HardShrink(),
        new HardShrink(1.25),
        new Threshold(),
        new Threshold(0.7, -2),
        new LogSigmoid(),
        new Exponential(),
        new Squareplus(),
        new Squareplus(0.5),
        new SparsePlus(),
        new SparseSigmoid());
  }

  static List<Activation> rowwise() {
    return List.of(new Softmax(), new LogSoftmax(), new Softmin(), new Sparsemax());
  }

  static List<Activation> all() {
    List<Activation> all = new ArrayList<>(elementwise());
    all.addAll(rowwise());
    return all;
  }

  /** As the golden files call it: the name with every option. */
  static String key(Activation activation) {
    return activation.name() + activation.options();
  }
}
