package dev.nn.testkit.bench;

import dev.nn.api.Activation;
import dev.nn.api.Adaptation;
import dev.nn.api.BackwardPass;
import dev.nn.api.ColumnPass;
import dev.nn.api.ForwardPass;
import dev.nn.api.GradientPass;
import dev.nn.api.Layer;
import dev.nn.api.Needs;
import dev.nn.api.Options;
import dev.nn.api.Parameter;
import dev.nn.api.Shape;
import dev.nn.math.Matrix;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A layer as it is, together with the inputs that its author's test gives. */
record GivenFeatures(Layer layer, List<float[]> rows) implements Layer {

  /** The layer alone if no rows are given. */
  static Layer of(Layer layer, List<float[]> rows) {
    return rows.isEmpty() ? layer : new GivenFeatures(layer, rows);
  }

  /**
   * The rows, as inputs of the given size.
   *
   * @throws IllegalArgumentException if there are less than two, if one has another size or if the
   *     layer refuses it
   */
  Matrix matrix(int columns) {
    if (rows.size() < 2) {
      throw new IllegalArgumentException(
          "features() must give at least 2 rows, since rules compare rows, not " + rows.size());
    }
    Matrix features = Matrix.zeros(rows.size(), columns);
    for (int i = 0; i < rows.size(); i++) {
      float[] row = rows.get(i);
      if (row.length != columns) {
        throw new IllegalArgumentException(
            "features() must give rows of %s numbers, as many as inputShape() has; row %s has %s"
                .formatted(columns, i, row.length));
      }
      layer.checkFeatures(row);
      Matrix.rowOf(row).copyTo(features.rows(i, i + 1));
    }
    return features;
  }

  @Override
  public String name() {
    return layer.name();
  }

  @Override
  public Set<String> aliases() {
    return layer.aliases();
  }

  @Override
  public String description() {
    return layer.description();
  }

  @Override
  public int spiVersion() {
    return layer.spiVersion();
  }

  @Override
  public Options options() {
    return layer.options();
  }

  @Override
  public Layer withOptions(Options complete) {
    return new GivenFeatures(layer.withOptions(complete), rows);
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
  public boolean couplesRows() {
    return layer.couplesRows();
  }

  @Override
  public boolean passesValuesOn() {
    return layer.passesValuesOn();
  }

  @Override
  public Optional<Activation> outputActivation() {
    return layer.outputActivation();
  }

  @Override
  public Optional<Adaptation> adaptation(Shape input) {
    return layer.adaptation(input);
  }

  @Override
  public void checkFeatures(float[] features) {
    layer.checkFeatures(features);
  }

  @Override
  public void forward(ForwardPass pass) {
    layer.forward(pass);
  }

  @Override
  public void backward(BackwardPass pass) {
    layer.backward(pass);
  }

  @Override
  public void parameterGradient(GradientPass pass) {
    layer.parameterGradient(pass);
  }

  @Override
  public void forwardColumns(ColumnPass pass) {
    layer.forwardColumns(pass);
  }

  @Override
  public void backwardColumns(ColumnPass pass) {
    layer.backwardColumns(pass);
  }
}
