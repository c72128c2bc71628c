package dev.nn.data.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/**
 * Bytes that can be read more than once.
 *
 * @param name the file, for messages
 * @param opener gives a new stream each time
 */
public record Source(String name, Opener opener) {

  /** A file, unpacked if it is packed with gzip. */
  public static Source of(Path file) {
    return new Source(file.toString(), () -> GzipInput.open(file));
  }

  /** Bytes, unpacked if they are packed with gzip. */
  public static Source of(String name, byte[] bytes) {
    return new Source(name, () -> GzipInput.unpacked(new ByteArrayInputStream(bytes), name));
  }

  /** A stream of the unpacked bytes from the first on. */
  public InputStream open() throws IOException {
    return opener.open();
  }

  /** How to begin again. */
  @FunctionalInterface
  public interface Opener {
    /** A new stream. */
    InputStream open() throws IOException;
  }
}
