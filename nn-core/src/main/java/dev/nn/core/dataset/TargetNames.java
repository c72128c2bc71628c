package dev.nn.core.dataset;

import dev.nn.api.DataException;
import dev.nn.api.Shape;
import dev.nn.core.message.Plural;
import dev.nn.math.Matrix;
import java.util.List;

/** Examples whose targets, real numbers, have names. */
final class TargetNames implements Dataset {
  private final Dataset data;
  private final Targets.Real targets;

  /**
   * Names the targets of a data set.
   *
   * @throws DataException if they are no real numbers, or there are not as many names as numbers
   */
  TargetNames(Dataset data, List<String> names) {
    if (!(data.targets() instanceof Targets.Real)) {
      throw new DataException(
          "only real numbers get names in this way, the targets are %s; classes and labels have theirs from the start"
              .formatted(data.targets()));
    }
    if (names.size() != data.targets().columns()) {
      throw new DataException(
          "%s for targets of %s: give one for each, %s"
              .formatted(
                  Plural.of(names.size(), "name"),
                  Plural.of(data.targets().columns(), "number"),
                  names));
    }
    this.data = data;
    this.targets = new Targets.Real(names.size(), names);
  }

  @Override
  public int rows() {
    return data.rows();
  }

  @Override
  public Shape shape() {
    return data.shape();
  }

  @Override
  public Targets targets() {
    return targets;
  }

  @Override
  public List<String> featureNames() {
    return data.featureNames();
  }

  @Override
  public void readFeatures(int row, Matrix into, int at) {
    data.readFeatures(row, into, at);
  }

  @Override
  public void readTarget(int row, Matrix into, int at) {
    data.readTarget(row, into, at);
  }

  @Override
  public double weight(int row) {
    return data.weight(row);
  }

  @Override
  public String toString() {
    return data + ": " + String.join(", ", targets.names());
  }
}
