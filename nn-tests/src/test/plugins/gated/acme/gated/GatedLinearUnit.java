package acme.gated;

import dev.nn.api.*;
import dev.nn.math.FloatMath;
import dev.nn.math.Matrix;
import java.util.List;

/** a = (x·W + b) ⊙ σ(x·V + c); Dauphin et al., "Language Modeling with Gated Convolutional Networks", 2017. */
public record GatedLinearUnit(int units) implements Layer {
  private static final int W = 0, B = 1, V = 2, C = 3;

  public GatedLinearUnit() { this(1); }
  public String name() { return "acme.glu"; }
  public Options options() { return Options.NONE.withInteger("units", units).require("units"); }
  public GatedLinearUnit withOptions(Options complete) { return new GatedLinearUnit(complete.integer("units")); }
  public Shape outputShape(Shape input) { return Shape.of(units); }
  public List<Parameter> parameters(Shape input) {
    Shape kernel = Shape.of(input.size(), units), bias = Shape.of(units);
    Initializer random = Initializer.named("xavier_normal"), zeros = Initializer.named("zeros");
    return List.of(Parameter.of("kernel", kernel, random), Parameter.of("bias", bias, zeros),
        Parameter.of("gate_kernel", kernel, random), Parameter.of("gate_bias", bias, zeros));
  }
  public Needs needs(Shape input) {
    return Needs.NONE.withSaved(units).withSaved(units).withTransposed(W).withTransposed(V);
  }
  public void forward(ForwardPass pass) {
    Matrix linear = pass.saved(0), gate = pass.saved(1), a = pass.output();
    pass.affine(pass.input(), pass.parameter(W), pass.parameter(B), linear);
    pass.affine(pass.input(), pass.parameter(V), pass.parameter(C), gate);
    for (int i = 0; i < a.rows(); i++)
      for (int j = 0; j < units; j++) {
        gate.set(i, j, FloatMath.sigmoid(gate.get(i, j)));
        a.set(i, j, linear.get(i, j) * gate.get(i, j));
      }
  }
  public void backward(BackwardPass pass) { // the saved buffers become the gradients of both products
    Matrix linear = pass.saved(0), gate = pass.saved(1), da = pass.outputGradient();
    for (int i = 0; i < da.rows(); i++)
      for (int j = 0; j < units; j++) {
        float d = da.get(i, j), p = linear.get(i, j), s = gate.get(i, j);
        linear.set(i, j, d * s);
        gate.set(i, j, d * p * s * (1 - s));
      }
    if (pass.wantsInputGradient()) {
      pass.product(linear, pass.transposed(W), pass.inputGradient());
      pass.addProduct(gate, pass.transposed(V), pass.inputGradient());
    }
  }
  public void parameterGradient(GradientPass pass) {
    Matrix gradient = pass.saved(pass.index() < V ? 0 : 1);
    if (pass.index() == W || pass.index() == V) pass.product(pass.input(), gradient);
    else pass.columnSums(gradient);
  }
}
