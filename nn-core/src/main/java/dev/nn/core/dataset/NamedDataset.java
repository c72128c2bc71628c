package dev.nn.core.dataset;

import dev.nn.api.DataException;
import dev.nn.api.Shape;
import dev.nn.core.message.Plural;
import dev.nn.math.Matrix;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Another data set whose features have names. */
final class NamedDataset implements Dataset {
  private final Dataset source;
  private final List<String> names;

  NamedDataset(Dataset source, List<String> names) {
    int features = source.shape().size();
    if (names.size() != features) {
      throw new DataException(
          "%s for %s: give one for each"
              .formatted(Plural.of(names.size(), "name"), Plural.of(features, "feature")));
    }
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (!seen.add(name)) {
        throw new DataException("two features are called \"" + name + "\": rename one of them");
      }
    }
    this.source = source;
    this.names = List.copyOf(names);
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
    return source.targets();
  }

  @Override
  public double weight(int row) {
    return source.weight(row);
  }

  @Override
  public void readFeatures(int row, Matrix into, int at) {
    source.readFeatures(row, into, at);
  }

  @Override
  public void readTarget(int row, Matrix into, int at) {
    source.readTarget(row, into, at);
  }

  @Override
  public String toString() {
    return source.toString();
  }
}
