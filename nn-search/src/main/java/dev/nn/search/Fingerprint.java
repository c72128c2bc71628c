package dev.nn.search;

import dev.nn.data.table.Column;
import dev.nn.data.table.Table;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A hash of tables, by which other data are noticed. */
final class Fingerprint {
  private final MessageDigest digest = sha();

  private static MessageDigest sha() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  Fingerprint text(String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
    return this;
  }

  Fingerprint table(Table table) {
    for (Column column : table.columns()) {
      text(column.name());
      for (int row = 0; row < column.rows(); row++) {
        text(column.text(row));
      }
    }
    return this;
  }

  String sha256() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
