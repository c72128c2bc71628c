package dev.nn.lecture.step;

import dev.nn.api.Activation;
import dev.nn.api.BackwardPass;
import dev.nn.api.ForwardPass;
import dev.nn.api.GradientPass;
import dev.nn.api.Layer;
import dev.nn.api.Needs;
import dev.nn.api.Options;
import dev.nn.api.Parameter;
import dev.nn.api.Shape;
import dev.nn.core.layer.Dense;
import dev.nn.math.Matrix;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A dense layer that does what it always does, and copies what the engine hands it into {@link
 * Seen}. The engine cannot tell it from the layer inside.
 */
record Watched(Dense layer, Seen seen) implements Layer {

  /** Where the copies go makes no difference to what the layer is. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Watched that && layer.equals(that.layer);
  }

  @Override
  public int hashCode() {
    return layer.hashCode();
  }

  @Override
  public String name() {
    return layer.name();
  }

  @Override
  public String description() {
    return layer.description();
  }

  @Override
  public Options options() {
    return layer.options();
  }

  @Override
  public Watched withOptions(Options complete) {
    return new Watched(layer.withOptions(complete), seen);
  }

  @Override
  public Shape outputShape(Shape input) {
    return layer.outputShape(input);
  }

  @Override
  public List<Parameter> parameters(Shape input) {
    return layer.parameters(input);
  }

  @Override
  public Needs needs(Shape input) {
    return layer.needs(input);
  }

  @Override
  public Optional<Activation> outputActivation() {
    return layer.outputActivation();
  }

  @Override
  public void forward(ForwardPass pass) {
    layer.forward(pass);
    seen.input = copy(pass.input());
    seen.z = copy(pass.preActivation());
    seen.a = copy(pass.output());
  }

  @Override
  public void backward(BackwardPass pass) {
    seen.da = pass.fused() ? Optional.empty() : Optional.of(copy(pass.outputGradient()));
    layer.backward(pass);
    seen.dz = copy(pass.outputGradient());
  }

  @Override
  public void parameterGradient(GradientPass pass) {
    layer.parameterGradient(pass);
    Matrix part = pass.gradient();
    seen.gradients.get(pass.index()).add(new Seen.Rows(pass.firstRow(), copy(part)));
  }

  private static Matrix copy(Matrix matrix) {
    return Matrix.copyOf(matrix.toArray());
  }
}
