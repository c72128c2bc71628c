package dev.nn.data;

import dev.nn.api.Shape;
import dev.nn.data.read.NumberArray;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;

/**
 * Images of one size, which keep a byte for each number. The feature is the unsigned byte ÷ 255, so
 * that it is 0 for the byte 0 and 1 for the byte 255.
 */
public final class IdxImages {
  private final NumberArray array;
  private final boolean transposed;

  IdxImages(NumberArray array, boolean transposed) {
    this.array = array;
    this.transposed = transposed;
  }

  /**
   * Returns the same images with rows and columns exchanged. EMNIST's images need that, because
   * they are stored column by column.
   */
  public IdxImages transposed() {
    return new IdxImages(array, !transposed);
  }

  /** Returns the number of images. */
  public int count() {
    return array.rows();
  }

  /** Returns the height, the width and the channels of an image. Grey images have one channel. */
  public Shape shape() {
    List<Integer> sizes = array.dimensions();
    int height = sizes.get(transposed ? 2 : 1);
    int width = sizes.get(transposed ? 1 : 2);
    return Shape.of(height, width, channels());
  }

  /**
   * Returns the pixels of an image, row by row from the top, each in [0, 1].
   *
   * @param image which image, from 0
   * @return a new array with {@code shape().size()} elements
   * @throws IndexOutOfBoundsException if there is no such image
   */
  public float[] features(int image) {
    float[] features = new float[pixels()];
    copyTo(image, features, 0);
    return features;
  }

  void copyTo(int image, float[] into, int from) {
    Objects.checkIndex(image, count());
    int pixels = pixels();
    ByteBuffer bytes = array.bytes();
    int start = image * pixels;
    if (!transposed) {
      for (int i = 0; i < pixels; i++) {
        into[from + i] = (bytes.get(start + i) & 0xff) / 255f;
      }
      return;
    }
    int channels = channels();
    int height = array.dimensions().get(2);
    int width = array.dimensions().get(1);
    int at = from;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        for (int c = 0; c < channels; c++) {
          into[at++] = (bytes.get(start + (x * height + y) * channels + c) & 0xff) / 255f;
        }
      }
    }
  }

  int pixels() {
    return array.rowSize();
  }

  String file() {
    return array.file();
  }

  private int channels() {
    return array.dimensions().size() > 3 ? array.dimensions().get(3) : 1;
  }
}
