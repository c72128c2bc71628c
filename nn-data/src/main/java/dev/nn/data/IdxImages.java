package dev.nn.data;

import dev.nn.api.Shape;
import java.util.Objects;

/**
 * Grey images of one size, kept as a byte for each pixel. A pixel becomes a feature as its unsigned
 * byte ÷ 255: 0 for the byte 0 and 1 for the byte 255.
 */
public final class IdxImages {
  private final IdxArray array;

  IdxImages(IdxArray array) {
    this.array = array;
  }

  /** Number of images. */
  public int count() {
    return array.dimension(0);
  }

  /** Height, width and the one channel of an image. */
  public Shape shape() {
    return Shape.of(array.dimension(1), array.dimension(2), 1);
  }

  /**
   * The pixels of an image, row by row from the top, each in [0, 1].
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
    byte[] bytes = array.elements();
    int start = image * pixels;
    for (int i = 0; i < pixels; i++) {
      into[from + i] = (bytes[start + i] & 0xff) / 255f;
    }
  }

  int pixels() {
    return array.dimension(1) * array.dimension(2);
  }

  String file() {
    return array.file();
  }
}
