package dev.nn.data;

import dev.nn.api.DataException;
import dev.nn.api.Shape;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.dataset.Targets;
import dev.nn.math.Matrix;
import java.util.Arrays;
import java.util.Objects;

/** Images and the class of each, both kept as bytes: a quarter of what floats would take. */
final class IdxDataset implements Dataset {
  private final IdxImages images;
  private final byte[] labels;
  private final Targets.Classes classes;

  IdxDataset(IdxImages images, IdxArray labels, Targets.Classes classes) {
    if (images.count() != labels.dimension(0)) {
      throw new DataException(
          "%s has %s images but %s has %s labels"
              .formatted(images.file(), images.count(), labels.file(), labels.dimension(0)));
    }
    this.images = images;
    this.labels = labels.elements();
    this.classes = classes;
    for (int i = 0; i < this.labels.length; i++) {
      int label = this.labels[i] & 0xff;
      if (label >= classes.columns()) {
        throw labels.fault(
            i,
            "label %s of image %s is not the index of a class, 0 to %s"
                .formatted(label, i, classes.columns() - 1));
      }
    }
  }

  @Override
  public int rows() {
    return labels.length;
  }

  @Override
  public Shape shape() {
    return Shape.of(images.pixels());
  }

  @Override
  public Targets targets() {
    return classes;
  }

  @Override
  public void readFeatures(int row, Matrix into, int at) {
    Objects.checkIndex(at, into.rows());
    images.copyTo(row, into.data(), into.rowStart(at));
  }

  @Override
  public void readTarget(int row, Matrix into, int at) {
    Objects.checkIndex(row, labels.length);
    int start = into.rowStart(at);
    Arrays.fill(into.data(), start, start + into.columns(), 0);
    into.set(at, labels[row] & 0xff, 1);
  }
}
