package dev.nn.data;

import dev.nn.api.DataException;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.dataset.Targets;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Reads IDX files, the format of MNIST and its kin (Fashion-MNIST, KMNIST, EMNIST): a magic number
 * that tells the type and the number of dimensions, the dimensions as big-endian 32-bit integers,
 * and the elements. Images are unsigned bytes in three dimensions (number, height, width), labels
 * unsigned bytes in one. Files may be packed with gzip, which is found by their first bytes.
 *
 * <p>Source: Y. LeCun, C. Cortes and C. Burges, <i>The MNIST database of handwritten digits</i>.
 *
 * <p>Every method throws {@link DataException} with the file and the offset if the magic number, a
 * dimension or the length is wrong or bytes follow (then the offset is that in the unpacked data),
 * or if gzip data are damaged, cut short or followed by others (then it is that in the file). It
 * throws {@link IOException}, such as {@link java.nio.file.NoSuchFileException}, if a file cannot
 * be read.
 */
public final class Idx {
  private Idx() {}

  /** Reads the images of a file. */
  public static IdxImages images(Path file) throws IOException {
    return new IdxImages(IdxArray.read(file, IdxArray.Kind.IMAGES));
  }

  /** Reads the labels of a file, each from 0 to 255. */
  public static int[] labels(Path file) throws IOException {
    byte[] bytes = IdxArray.read(file, IdxArray.Kind.LABELS).elements();
    int[] labels = new int[bytes.length];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = bytes[i] & 0xff;
    }
    return labels;
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
    return new IdxDataset(images(images), IdxArray.read(labels, IdxArray.Kind.LABELS), classes);
  }
}
