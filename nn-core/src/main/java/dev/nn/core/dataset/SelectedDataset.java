package dev.nn.core.dataset;

import dev.nn.api.Shape;
import dev.nn.core.message.Plural;
import dev.nn.math.Matrix;
import java.util.List;
import java.util.Objects;

/** Some rows of another data set. */
final class SelectedDataset implements Dataset {
  private final Dataset source;
  private final int[] selection;

  SelectedDataset(Dataset source, int[] selection) {
    this.source = source;
    this.selection = selection.clone();
    for (int row : selection) {
      Objects.checkIndex(row, source.rows());
    }
  }

  @Override
  public int rows() {
    return selection.length;
  }

  @Override
  public Shape shape() {
    return source.shape();
  }

  @Override
  public List<String> featureNames() {
    return source.featureNames();
  }

  @Override
  public Targets targets() {
    return source.targets();
  }

  @Override
  public double weight(int row) {
    return source.weight(selection[row]);
  }

  @Override
  public void readFeatures(int row, Matrix into, int at) {
    source.readFeatures(selection[row], into, at);
  }

  @Override
  public void readTarget(int row, Matrix into, int at) {
    source.readTarget(selection[row], into, at);
  }

  @Override
  public String toString() {
    return Plural.of(rows(), "row") + " of: " + source;
  }
}
