package dev.nn.core.internal.saved;

import dev.nn.core.internal.safetensors.Checksums;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.util.HexFormat;

/** A fingerprint of parameters. */
public final class WeightsHash {
  private static final int FLOATS_AT_A_TIME = 4096;

  private WeightsHash() {}

  /** SHA-256 over little-endian float32; every NaN counts as the canonical one. */
  public static String sha256(float[] parameters) {
    MessageDigest digest = Checksums.sha256();
    ByteBuffer bytes =
        ByteBuffer.allocate(FLOATS_AT_A_TIME * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (float parameter : parameters) {
      if (!bytes.hasRemaining()) {
        digest.update(bytes.flip());
        bytes.clear();
      }
      bytes.putInt(Float.floatToIntBits(parameter));
    }
    digest.update(bytes.flip());
    return HexFormat.of().formatHex(digest.digest());
  }
}
