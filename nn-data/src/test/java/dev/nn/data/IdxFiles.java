package dev.nn.data;

import dev.nn.core.dataset.Dataset;
import dev.nn.math.Matrix;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.zip.GZIPOutputStream;

/** Makes IDX files for the tests. */
public final class IdxFiles {
  static final int IMAGES = 0x803;
  static final int LABELS = 0x801;

  private IdxFiles() {}

  /**
   * A file with this magic number, these dimensions and these elements, whether they agree or not.
   */
  static byte[] idx(int magic, int[] dimensions, byte... elements) {
    ByteBuffer file = ByteBuffer.allocate(4 + 4 * dimensions.length + elements.length);
    file.putInt(magic);
    for (int dimension : dimensions) {
      file.putInt(dimension);
    }
    return file.put(elements).array();
  }

  /** The first 100 bundled digits, their pixels times 15: bytes from 0 to 240. */
  static byte[] hundredImages() {
    Dataset digits = BundledData.digits();
    Matrix row = Matrix.zeros(1, 64);
    byte[] pixels = new byte[6400];
    for (int i = 0; i < pixels.length; i++) {
      if (i % 64 == 0) {
        digits.readFeatures(i / 64, row, 0);
      }
      pixels[i] = (byte) (row.get(0, i % 64) * 16 * 15);
    }
    return idx(IMAGES, new int[] {100, 8, 8}, pixels);
  }

  /** The labels 0, 1, … 9, 0, 1, … */
  static byte[] hundredLabels() {
    byte[] labels = new byte[100];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = (byte) (i % 10);
    }
    return idx(LABELS, new int[] {100}, labels);
  }

  public static byte[] gzip(byte[] data) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(data);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }
}
