package dev.nn.core.internal.mapped;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.CRC32C;

/** Writes on, and remembers the checksum of each block of what it wrote. */
final class CheckedOutput {
  private final OutputStream out;
  private final double[] sums;
  private final CRC32C sum = new CRC32C();
  private int block;
  private int filled;

  CheckedOutput(OutputStream out, int blocks) {
    this.out = out;
    this.sums = new double[blocks];
  }

  void write(byte[] bytes, int count) throws IOException {
    out.write(bytes, 0, count);
    int from = 0;
    while (from < count) {
      int next = Math.min(count - from, Checksum.BLOCK - filled);
      sum.update(bytes, from, next);
      from += next;
      filled += next;
      if (filled == Checksum.BLOCK) {
        endBlock();
      }
    }
  }

  private void endBlock() {
    sums[block++] = sum.getValue();
    sum.reset();
    filled = 0;
  }

  /** The checksums of all that was written. */
  double[] sums() {
    if (filled > 0) {
      endBlock();
    }
    return sums;
  }
}
