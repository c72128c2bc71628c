package dev.nn.data;

import dev.nn.api.DataException;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.dataset.Targets;
import dev.nn.data.read.IdxReader;
import dev.nn.data.read.NumberArray;
import dev.nn.data.read.NumberType;
import dev.nn.data.read.Source;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/**
 * Reads IDX files, the format of MNIST and of data sets modelled on it (Fashion-MNIST, KMNIST,
 * EMNIST):
 *
 * <pre>{@code
 * Dataset train =
 *     Idx.dataset(Path.of("train-images-idx3-ubyte.gz"), Path.of("train-labels-idx1-ubyte.gz"));
 * }</pre>
 *
 * <p>A file consists of a magic number, which tells the type and the number of dimensions, the
 * dimensions as big-endian 32-bit integers, and the elements. Images are unsigned bytes in three
 * dimensions (number, height, width) or four (number, height, width, channels), and labels are
 * whole numbers of any type in one dimension. Any other IDX file is a table, which {@link
 * DataFile#read} reads. Files may be packed with gzip, which is recognised by their first bytes.
 *
 * <p>The letters of EMNIST lie on their side, and their labels count from 1:
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
 * <p>Every method that reads throws a {@link DataException} with the file and the offset in it if
 * the magic number, a dimension or the length is wrong, if bytes follow the data, or if gzip data
 * are damaged, cut short or followed by others. For damaged gzip data the offset is that in the
 * file, otherwise that in the unpacked data. It throws an {@link IOException}, such as {@link
 * java.nio.file.NoSuchFileException}, if a file cannot be read.
 */
public final class Idx {
  private static final int IMAGE_DIMENSIONS = 3;

  private Idx() {}

  /**
   * Whether a file begins like an IDX file of images, packed or not: with unsigned bytes in 3 or 4
   * dimensions.
   */
  public static boolean isImages(Path file) throws IOException {
    try (InputStream in = Source.of(file).open()) {
      byte[] magic = in.readNBytes(Integer.BYTES);
      return magic.length == Integer.BYTES
          && magic[0] == 0
          && magic[1] == 0
          && NumberType.ofIdx(magic[2]).filter(NumberType.UNSIGNED_BYTE::equals).isPresent()
          && magic[3] >= IMAGE_DIMENSIONS
          && magic[3] <= IMAGE_DIMENSIONS + 1;
    }
  }

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
   * Reads images of the ten classes 0 to 9. An example has the shape {@code (height·width)} and
   * holds the pixels row by row, scaled to [0, 1] as byte ÷ 255. {@link Dataset#reshape} can turn
   * it into {@code (height, width, 1)}. A pixel takes one byte of memory.
   *
   * @throws DataException also if there are more or fewer images than labels, or if a label is
   *     above 9
   */
  public static Dataset dataset(Path images, Path labels) throws IOException {
    return dataset(images, labels, Targets.Classes.numbered(10));
  }

  /**
   * Reads images of the given classes, where a label is the index of a class.
   *
   * @throws DataException also if there are more or fewer images than labels, or if a label is not
   *     the index of a class
   */
  public static Dataset dataset(Path images, Path labels, Targets.Classes classes)
      throws IOException {
    return new IdxDataset(images(images), labels(labels), labels.toString(), classes);
  }

  /**
   * Returns a data set of images and labels that were read separately, and may have been changed
   * since.
   *
   * @param labels the index of a class for each image; they are copied
   * @throws DataException if there are more or fewer images than labels, or if a label is not the
   *     index of a class
   */
  public static Dataset dataset(IdxImages images, int[] labels, Targets.Classes classes) {
    return new IdxDataset(images, labels.clone(), "labels", classes);
  }
}
