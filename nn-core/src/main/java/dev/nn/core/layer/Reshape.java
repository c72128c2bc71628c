package dev.nn.core.layer;

import dev.nn.api.BackwardPass;
import dev.nn.api.ForwardPass;
import dev.nn.api.Layer;
import dev.nn.api.OptionType;
import dev.nn.api.Options;
import dev.nn.api.Shape;
import dev.nn.api.ShapeException;
import java.util.List;

/**
 * Gives its input another shape of the same size, as in Keras. The order of the numbers stays.
 * There is no −1 for a dimension to be worked out.
 *
 * @param shape the dimensions of the output for one example
 */
public record Reshape(List<Integer> shape) implements Layer {

  /**
   * Creates a layer and checks its options.
   *
   * @throws ShapeException if they are not those of a shape
   */
  public Reshape {
    try {
      shape = new Shape(shape).dimensions();
    } catch (ShapeException e) {
      throw new ShapeException("shape: " + e.getMessage(), e);
    }
  }

  /** Creates the prototype, with one number. */
  public Reshape() {
    this(List.of(1));
  }

  @Override
  public String name() {
    return "reshape";
  }

  @Override
  public String description() {
    return "a = x in another shape";
  }

  @Override
  public Options options() {
    return Options.NONE
        .withList(
            "shape", OptionType.Scalar.INTEGER, shape.stream().map(Integer::longValue).toList())
        .require("shape");
  }

  @Override
  public Reshape withOptions(Options complete) {
    return new Reshape(
        complete.list("shape", Long.class).stream().map(Reshape::dimension).toList());
  }

  private static int dimension(long value) {
    if (value != (int) value) {
      throw new IllegalArgumentException("shape has a dimension out of range: " + value);
    }
    return (int) value;
  }

  @Override
  public boolean passesValuesOn() {
    return true;
  }

  @Override
  public Shape outputShape(Shape input) {
    Shape output = new Shape(shape);
    if (output.size() != input.size()) {
      throw new ShapeException(
          "cannot reshape %s with %s numbers to %s with %s"
              .formatted(input, input.size(), output, output.size()));
    }
    return output;
  }

  @Override
  public void forward(ForwardPass pass) {
    pass.input().copyTo(pass.output());
  }

  @Override
  public void backward(BackwardPass pass) {
    if (pass.wantsInputGradient()) {
      pass.outputGradient().copyTo(pass.inputGradient());
    }
  }
}
