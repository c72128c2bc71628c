package dev.nn.core.internal.safetensors;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Message digests. */
public final class Checksums {
  private Checksums() {}

  /** A new SHA-256. */
  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
