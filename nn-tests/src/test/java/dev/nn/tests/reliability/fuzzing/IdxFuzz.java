package dev.nn.tests.reliability.fuzzing;

import dev.nn.data.Idx;
import dev.nn.data.IdxImages;
import dev.nn.tests.reliability.Samples;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** IDX files of images and of labels, packed and not, by way of a file, because users do. */
final class IdxFuzz implements FuzzTarget.Fuzz {
  private static final int IMAGES = 0x803;
  private static final int LABELS = 0x801;
  private static final int[] SIZES = {
    0, 1, 2, 3, 4, 255, 256, 65_536, 1 << 30, Integer.MAX_VALUE, -1, Integer.MIN_VALUE
  };

  @Override
  public List<byte[]> originals(Path scratch) {
    byte[] images = idx(IMAGES, 3, 2, 2);
    byte[] labels = idx(LABELS, 20);
    return List.of(images, labels, gzip(images), gzip(labels));
  }

  private static byte[] idx(int magic, int... dimensions) {
    int elements = Arrays.stream(dimensions).reduce(1, Math::multiplyExact);
    ByteBuffer file = ByteBuffer.allocate(Integer.BYTES * (1 + dimensions.length) + elements);
    file.putInt(magic);
    Arrays.stream(dimensions).forEach(file::putInt);
    return file.array();
  }

  private static byte[] gzip(byte[] plain) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  /** Other bytes, sizes that lie, a shorter or a longer file. */
  @Override
  public byte[] mutate(byte[] original, Random random) {
    byte[] changed = original.clone();
    int count = 1 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      switch (random.nextInt(4)) {
        case 0 -> {
          int field = 1 + random.nextInt(3);
          if (Integer.BYTES * (field + 1) <= changed.length) {
            ByteBuffer.wrap(changed)
                .putInt(Integer.BYTES * field, SIZES[random.nextInt(SIZES.length)]);
          }
        }
        case 1 -> changed = Arrays.copyOf(changed, random.nextInt(changed.length + 8) + 1);
        default -> changed[random.nextInt(changed.length)] = (byte) random.nextInt();
      }
    }
    return changed;
  }

  @Override
  public void read(byte[] input, Path scratch) throws IOException {
    Samples.rewrite(scratch, input);
    if (isLabels(input)) {
      Idx.labels(scratch);
    } else {
      IdxImages images = Idx.images(scratch);
      images.features(images.count() - 1);
    }
  }

  /** A packed file, which does not show its magic number, is read as either, by chance. */
  private static boolean isLabels(byte[] input) {
    boolean showsMagic = input.length >= Integer.BYTES && input[0] == 0;
    return showsMagic ? input[3] != (byte) IMAGES : (Arrays.hashCode(input) & 1) == 0;
  }
}
