package dev.nn.core.layer;

import dev.nn.api.Activation;
import dev.nn.api.BackwardPass;
import dev.nn.api.ForwardPass;
import dev.nn.api.GradientPass;
import dev.nn.api.Initializer;
import dev.nn.api.Layer;
import dev.nn.api.Needs;
import dev.nn.api.Options;
import dev.nn.api.Parameter;
import dev.nn.api.Range;
import dev.nn.api.Shape;
import dev.nn.api.ShapeException;
import dev.nn.math.Matrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A fully connected layer: a = g(x·W + b) for each row x of the batch.
 *
 * <pre>{@code
 * Layer asObject = new Dense(32, new Relu(), new HeNormal());
 * Layer asSpec = registry.layer("dense(units=32, activation=relu, initializer=he_normal)");
 * }</pre>
 *
 * <p>The shapes are: input (n), output (units), kernel W (n, units), bias b (units). W is the
 * transpose of the matrix that textbooks write, which has one row for each unit and acts on
 * columns: z = W a + b. The backward pass computes, with dz = ∂L/∂z: ∂L/∂W = xᵀ·dz, ∂L/∂b = Σ dz
 * over the rows, and ∂L/∂x = dz·Wᵀ. The defaults are those of Keras, except that Keras initializes
 * the kernel with {@code xavier_uniform}.
 *
 * @param units the number of neurons, at least 1
 * @param activation g
 * @param initializer the initializer of W
 * @param biasInitializer the initializer of b
 * @param bias whether there is a b
 * @param kernelL1 λ of the penalty λ Σ |w| over W
 * @param kernelL2 λ of the penalty λ Σ w² over W, whose gradient is 2λw
 * @param biasL1 λ of the penalty λ Σ |b|
 * @param biasL2 λ of the penalty λ Σ b²
 * @param trainable whether training changes W and b
 */
public record Dense(
    int units,
    Activation activation,
    Initializer initializer,
    Initializer biasInitializer,
    boolean bias,
    double kernelL1,
    double kernelL2,
    double biasL1,
    double biasL2,
    boolean trainable)
    implements Layer {
  private static final int KERNEL = 0;
  private static final int BIAS = 1;

  /**
   * Creates a layer and checks its options.
   *
   * @throws IllegalArgumentException if there are no units, or a penalty is negative or not finite
   */
  public Dense {
    if (units < 1) {
      throw new IllegalArgumentException("units must be at least 1, got " + units);
    }
    kernelL1 = Range.atLeast(0).check("kernel_l1", kernelL1);
    kernelL2 = Range.atLeast(0).check("kernel_l2", kernelL2);
    biasL1 = Range.atLeast(0).check("bias_l1", biasL1);
    biasL2 = Range.atLeast(0).check("bias_l2", biasL2);
  }

  /** Creates the prototype, with one unit. */
  public Dense() {
    this(1);
  }

  /** Creates a layer that is linear: its activation is the identity. */
  public Dense(int units) {
    this(units, Activation.named("identity"));
  }

  /** Creates a layer whose weights start by {@code xavier_normal} and whose biases start at 0. */
  public Dense(int units, Activation activation) {
    this(units, activation, Initializer.named("xavier_normal"));
  }

  /** Creates a layer whose biases start at 0. */
  public Dense(int units, Activation activation, Initializer initializer) {
    this(units, activation, initializer, Initializer.named("zeros"), true, 0, 0, 0, 0, true);
  }

  @Override
  public String name() {
    return "dense";
  }

  @Override
  public String description() {
    return "a = g(x·W + b)";
  }

  @Override
  public Options options() {
    return Options.NONE
        .withInteger("units", units)
        .require("units")
        .withPlugin("activation", activation)
        .withPlugin("initializer", initializer)
        .withPlugin("bias_initializer", biasInitializer)
        .withFlag("bias", bias)
        .withReal("kernel_l1", kernelL1)
        .withReal("kernel_l2", kernelL2)
        .withReal("bias_l1", biasL1)
        .withReal("bias_l2", biasL2)
        .withFlag("trainable", trainable);
  }

  @Override
  public Dense withOptions(Options complete) {
    return new Dense(
        complete.integer("units"),
        complete.plugin("activation", Activation.class),
        complete.plugin("initializer", Initializer.class),
        complete.plugin("bias_initializer", Initializer.class),
        complete.flag("bias"),
        complete.real("kernel_l1"),
        complete.real("kernel_l2"),
        complete.real("bias_l1"),
        complete.real("bias_l2"),
        complete.flag("trainable"));
  }

  @Override
  public Shape outputShape(Shape input) {
    if (input.rank() != 1) {
      throw new ShapeException(
          "dense takes one row of features, not " + input + "; put flatten before it");
    }
    return Shape.of(units);
  }

  @Override
  public List<Parameter> parameters(Shape input) {
    int inputs = input.size();
    List<Parameter> parameters = new ArrayList<>();
    parameters.add(
        Parameter.of("kernel", Shape.of(inputs, units), initializer)
            .withPenalties(kernelL1, kernelL2)
            .withTrainable(trainable));
    if (bias) {
      parameters.add(
          Parameter.of("bias", Shape.of(units), biasInitializer)
              .withFans(inputs, units)
              .withPenalties(biasL1, biasL2)
              .withTrainable(trainable));
    }
    return parameters;
  }

  @Override
  public Needs needs(Shape input) {
    return Needs.NONE.withTransposed(KERNEL);
  }

  @Override
  public Optional<Activation> outputActivation() {
    return Optional.of(activation);
  }

  @Override
  public void forward(ForwardPass pass) {
    Matrix z = pass.preActivation();
    if (bias) {
      pass.affine(pass.input(), pass.parameter(KERNEL), pass.parameter(BIAS), z);
    } else {
      pass.product(pass.input(), pass.parameter(KERNEL), z);
    }
    activation.forward(z, pass.output());
  }

  @Override
  public void backward(BackwardPass pass) {
    Matrix dz = pass.outputGradient();
    if (!pass.fused()) {
      activation.backward(pass.preActivation(), pass.output(), dz, dz);
    }
    if (pass.wantsInputGradient()) {
      pass.product(dz, pass.transposed(KERNEL), pass.inputGradient());
    }
  }

  @Override
  public void parameterGradient(GradientPass pass) {
    if (pass.index() == KERNEL) {
      pass.product(pass.input(), pass.outputGradient());
    } else {
      pass.columnSums(pass.outputGradient());
    }
  }
}
