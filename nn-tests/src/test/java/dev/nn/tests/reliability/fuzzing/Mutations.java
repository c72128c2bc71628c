package dev.nn.tests.reliability.fuzzing;

import dev.nn.tests.reliability.files.FileSurgery;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/**
 * Random damage to files: of bytes anywhere, or of the header's text with a checksum that holds.
 */
final class Mutations {
  private static final String[] DICTIONARY = {
    "",
    "0",
    "1",
    "-1",
    "2147483647",
    "9223372036854775807",
    "1e999",
    "NaN",
    "null",
    "true",
    "[]",
    "[",
    "]",
    "{",
    "}",
    "(",
    ")",
    ",",
    ":",
    "=",
    "\"",
    "\\\"",
    "\\u0000",
    "\\",
    "é",
    "dense",
    "batch_normalization",
    "reshape(shape=[2, 4])",
    "embedding(vocabulary=9, units=9)",
    "relu",
    "softmax",
    "units",
    "F64",
    "nn-model",
    "nn-checkpoint",
    "classes",
    "labels",
    "binary",
    "real 3",
    "real -1",
    "__metadata__",
    "training.slot.2",
    "training.best"
  };

  private final Random random;

  Mutations(Random random) {
    this.random = random;
  }

  byte[] mutate(byte[] file) {
    return random.nextInt(4) == 0 ? anywhere(file) : inTheHeader(file);
  }

  private byte[] anywhere(byte[] file) {
    byte[] changed = file.clone();
    int count = 1 + random.nextInt(8);
    for (int i = 0; i < count; i++) {
      changed[random.nextInt(changed.length)] = (byte) random.nextInt();
    }
    return changed;
  }

  private byte[] inTheHeader(byte[] file) {
    byte[] header = FileSurgery.header(file).getBytes(StandardCharsets.UTF_8);
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      header = changed(header);
    }
    byte[] data = FileSurgery.data(file);
    if (random.nextInt(3) == 0) {
      data[random.nextInt(data.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return FileSurgery.sealed(new String(header, StandardCharsets.ISO_8859_1), data);
  }

  /** A piece of text replaced by a word, a copy of another piece, nothing, or another byte. */
  private byte[] changed(byte[] text) {
    int from = random.nextInt(text.length);
    int to = Math.min(text.length, from + random.nextInt(12));
    byte[] piece =
        switch (random.nextInt(4)) {
          case 0 -> DICTIONARY[random.nextInt(DICTIONARY.length)].getBytes(StandardCharsets.UTF_8);
          case 1 -> piece(text);
          case 2 -> new byte[0];
          default -> new byte[] {(byte) (32 + random.nextInt(96))};
        };
    ByteArrayOutputStream result = new ByteArrayOutputStream();
    result.write(text, 0, from);
    result.write(piece, 0, piece.length);
    result.write(text, to, text.length - to);
    return result.toByteArray();
  }

  private byte[] piece(byte[] text) {
    int from = random.nextInt(text.length);
    int length = Math.min(text.length - from, random.nextInt(60));
    byte[] piece = new byte[length];
    System.arraycopy(text, from, piece, 0, length);
    return piece;
  }
}
