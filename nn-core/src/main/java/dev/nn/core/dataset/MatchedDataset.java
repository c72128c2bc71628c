package dev.nn.core.dataset;

import dev.nn.api.Shape;
import dev.nn.math.Matrix;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Another data set with its features and classes in the order in which somebody else has them. */
final class MatchedDataset implements Dataset {
  private final Dataset source;
  private final Optional<int[]> columns;
  private final List<String> names;
  private final Targets targets;
  private final Optional<int[]> classes;

  /**
   * @param columns where each feature stands in the source; nothing to leave them as they are
   * @param names the names of the features here
   * @param targets the targets here
   * @param classes which class here each class of the source is; nothing to leave them as they are
   */
  MatchedDataset(
      Dataset source,
      Optional<int[]> columns,
      List<String> names,
      Targets targets,
      Optional<int[]> classes) {
    this.source = source;
    this.columns = columns;
    this.names = names;
    this.targets = targets;
    this.classes = classes;
  }

  @Override
  public int rows() {
    return source.rows();
  }

  @Override
  public Shape shape() {
    return source.shape();
  }

  @Override
  public List<String> featureNames() {
    return names;
  }

  @Override
  public Targets targets() {
    return targets;
  }

  @Override
  public double weight(int row) {
    return source.weight(row);
  }

  @Override
  public void readFeatures(int row, Matrix into, int at) {
    source.readFeatures(row, into, at);
    if (columns.isPresent()) {
      int start = into.rowStart(at);
      float[] given = Arrays.copyOfRange(into.data(), start, start + into.columns());
      int[] from = columns.get();
      for (int i = 0; i < from.length; i++) {
        into.data()[start + i] = given[from[i]];
      }
    }
  }

  @Override
  public void readTarget(int row, Matrix into, int at) {
    if (classes.isEmpty()) {
      source.readTarget(row, into, at);
      return;
    }
    int[] to = classes.get();
    Matrix given = Matrix.zeros(1, to.length);
    source.readTarget(row, given, 0);
    for (int i = 0; i < into.columns(); i++) {
      into.set(at, i, 0);
    }
    for (int i = 0; i < to.length; i++) {
      into.set(at, to[i], given.get(0, i));
    }
  }

  @Override
  public String toString() {
    return source.toString();
  }
}
