package dev.nn.core.internal.mapped;

import java.util.zip.CRC32C;

/**
 * CRC-32C of pieces of a file of one length each, so that each can be checked when it is needed.
 */
final class Checksum {
  /** Bytes of a piece; the last one may have fewer. */
  static final int BLOCK = 1 << 20;

  private Checksum() {}

  /** How many pieces so many bytes have. */
  static long blocks(long bytes) {
    return (bytes + BLOCK - 1) / BLOCK;
  }

  /** That of the length of a header and of its text. */
  static long ofHeader(byte[] length, byte[] header) {
    CRC32C sum = new CRC32C();
    sum.update(length);
    sum.update(header);
    return sum.getValue();
  }
}
