package dev.nn.data;

import dev.nn.api.DataException;
import dev.nn.api.Shape;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.dataset.Targets;
import dev.nn.math.Matrix;
import java.util.Arrays;
import java.util.Objects;

/**
 * Images and the class of each. The images are kept as bytes, which take a quarter of the memory of
 * floats.
 */
final class IdxDataset implements Dataset {
  private final IdxImages images;
  private final int[] labels;
  private final Targets.Classes classes;

  /**
   * Creates a data set of images and labels.
   *
   * @param source where the labels come from, for messages
   */
  IdxDataset(IdxImages images, int[] labels, String source, Targets.Classes classes) {
    if (images.count() != labels.length) {
      throw new DataException(
          "%s has %s images but %s has %s labels"
              .formatted(images.file(), images.count(), source, labels.length));
    }
    this.images = images;
    this.labels = labels;
    this.classes = classes;
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] < 0 || labels[i] >= classes.columns()) {
        throw new DataException(
            "%s: label %s of image %s is not the index of a class, 0 to %s%s"
                .formatted(
                    source,
                    labels[i],
                    i,
                    classes.columns() - 1,
                    labels[i] == classes.columns()
                        ? "; where labels count from 1, subtract 1 from those that Idx.labels reads"
                        : ""));
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
    into.set(at, labels[row], 1);
  }
}
