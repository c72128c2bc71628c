package dev.nn.data;

import dev.nn.api.DataException;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.dataset.Targets;
import dev.nn.data.read.IdxReader;
import dev.nn.data.read.NumberArray;
import dev.nn.data.read.NumberType;
import dev.nn.data.read.Source;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Reads IDX files, the format of MNIST and its kin (Fashion-MNIST, KMNIST, EMNIST): a magic number
 * that tells the type and the number of dimensions, the dimensions as big-endian 32-bit integers,
 * and the elements. Images are unsigned bytes in three dimensions (number, height, width) or four
 * (number, height, width, channels), labels whole numbers of any type in one. Any other IDX file is
 * a table, which {@link DataFile#read} reads. Files may be packed with gzip, which is found by
 * their first bytes.
 *
 * <p>Letters of EMNIST lie on their side and count from 1:
 *
 * <pre>{@code
 * IdxImages images = Idx.images(Path.of("emnist-letters-train-images-idx3-ubyte")).transposed();
 * int[] labels = Idx.labels(Path.of("emnist-letters-train-labels-idx1-ubyte"));
 * Arrays.setAll(labels, i -> labels[i] - 1);
 * Dataset letters = Idx.dataset(images, labels, Targets.Classes.numbered(26));
 * }</pre>
 *
 * <p>Source: Y. LeCun, C. Cortes and C. Burges, <i>The MNIST database of handwritten digits</i>.
 *
 * <p>Every method that reads throws {@link DataException} with the file and the offset if the magic
 * number, a dimension or the length is wrong or bytes follow (then the offset is that in the
 * unpacked data), or if gzip data are damaged, cut short or followed by others (then it is that in
 * the file). It throws {@link IOException}, such as {@link java.nio.file.NoSuchFileException}, if a
 * file cannot be read.
 */
public final class Idx {
  private static final int IMAGE_DIMENSIONS = 3;

  private Idx() {}

  /** Reads the images of a file. */
  public static IdxImages images(Path file) throws IOException {
    return images(IdxReader.read(Source.of(file)));
  }

  static IdxImages images(NumberArray array) {
    int dimensions = array.dimensions().size();
    if (array.type() != NumberType.UNSIGNED_BYTE
        || dimensions < IMAGE_DIMENSIONS
        || dimensions > IMAGE_DIMENSIONS + 1) {
      throw other(
          array,
          "images are unsigned bytes in 3 dimensions (number, height, width) or 4 (number, height,"
              + " width, channels)",
          dimensions == 1 && array.type().isWhole()
              ? "these look like labels, which Idx.labels reads"
              : "DataFile.read reads this file as a table");
    }
    return new IdxImages(array, false);
  }

  /** Reads the labels of a file. */
  public static int[] labels(Path file) throws IOException {
    return labels(IdxReader.read(Source.of(file)));
  }

  static int[] labels(NumberArray array) {
    if (!array.type().isWhole() || array.dimensions().size() != 1) {
      throw other(
          array,
          "labels are whole numbers in 1 dimension",
          array.type() == NumberType.UNSIGNED_BYTE && array.dimensions().size() >= IMAGE_DIMENSIONS
              ? "these look like images, which Idx.images reads"
              : "DataFile.read reads this file as a table, whose first column may hold the labels");
    }
    int[] labels = new int[array.size()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = (int) array.get(i);
    }
    return labels;
  }

  private static DataException other(NumberArray array, String wanted, String advice) {
    int dimensions = array.dimensions().size();
    return new DataException(
        "%s: %s in %s dimension%s (%s), but %s; %s"
            .formatted(
                array.file(),
                array.type().plural(),
                dimensions,
                dimensions == 1 ? "" : "s",
                array.shape(),
                wanted,
                advice));
  }

  /**
   * Reads images of the ten classes 0 to 9. An example has the shape {@code (height·width)}, its
   * pixels row by row and scaled to [0, 1] as byte ÷ 255; {@link Dataset#reshape} makes {@code
   * (height, width, 1)} of it. A pixel takes one byte of memory.
   *
   * @throws DataException also if there are more images than labels or fewer, or a label is above 9
   */
  public static Dataset dataset(Path images, Path labels) throws IOException {
    return dataset(images, labels, Targets.Classes.numbered(10));
  }

  /**
   * Reads images of the given classes; a label is the index of one.
   *
   * @throws DataException also if there are more images than labels or fewer, or a label is not the
   *     index of a class
   */
  public static Dataset dataset(Path images, Path labels, Targets.Classes classes)
      throws IOException {
    return new IdxDataset(images(images), labels(labels), labels.toString(), classes);
  }

  /**
   * Puts images and labels together, which may have been changed after reading.
   *
   * @param labels the index of a class for each image; they are copied
   * @throws DataException if there are more images than labels or fewer, or a label is not the
   *     index of a class
   */
  public static Dataset dataset(IdxImages images, int[] labels, Targets.Classes classes) {
    return new IdxDataset(images, labels.clone(), "labels", classes);
  }
}
