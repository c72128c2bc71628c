package dev.nn.core.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The jar that a plugin of a third party came from, as a model file records it.
 *
 * @param file the name of the file, without its folder
 * @param version the version that the jar states, or an empty text
 * @param sha256 the SHA-256 of the file, in hexadecimal
 */
public record PluginJar(String file, String version, String sha256) {
  private static final int BUFFER = 1 << 16;

  /** The jar of an origin; nothing if it is a folder, is gone, or cannot be read. */
  static Optional<PluginJar> of(PluginOrigin origin) {
    return origin
        .location()
        .filter(place -> place.endsWith(".jar"))
        .map(Path::of)
        .filter(Files::isRegularFile)
        .flatMap(jar -> of(jar, origin.version().orElse("")));
  }

  private static Optional<PluginJar> of(Path jar, String version) {
    try (InputStream file = Files.newInputStream(jar)) {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      DigestInputStream in = new DigestInputStream(file, sha256);
      byte[] buffer = new byte[BUFFER];
      while (in.read(buffer) >= 0) {
        // The digest sees what is read.
      }
      String digits = HexFormat.of().formatHex(sha256.digest());
      return Optional.of(new PluginJar(String.valueOf(jar.getFileName()), version, digits));
    } catch (IOException e) {
      return Optional.empty();
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
