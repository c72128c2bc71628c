package dev.nn.lecture.experiment;

import dev.nn.api.Shape;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.dataset.Targets;
import dev.nn.math.Matrix;
import java.util.ArrayList;
import java.util.List;

/** A data set that notes in which order the engine reads its examples. */
final class ReadOrder implements Dataset {
  private final Dataset examples;
  private final List<Integer> read = new ArrayList<>();

  ReadOrder(Dataset examples) {
    this.examples = examples;
  }

  /** Forgets what was read, and returns it. */
  List<Integer> take() {
    List<Integer> taken = List.copyOf(read);
    read.clear();
    return taken;
  }

  @Override
  public int rows() {
    return examples.rows();
  }

  @Override
  public Shape shape() {
    return examples.shape();
  }

  @Override
  public Targets targets() {
    return examples.targets();
  }

  @Override
  public void readFeatures(int row, Matrix into, int at) {
    read.add(row);
    examples.readFeatures(row, into, at);
  }

  @Override
  public void readTarget(int row, Matrix into, int at) {
    examples.readTarget(row, into, at);
  }
}
