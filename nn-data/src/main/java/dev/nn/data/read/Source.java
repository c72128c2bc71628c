package dev.nn.data.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/**
 * Bytes that can be read more than once.
 *
 * @param name what messages call the file
 * @param opener opens a new stream each time
 */
public record Source(String name, Opener opener) {

  /** Returns the bytes of a file, unpacked if it is packed with gzip. */
  public static Source of(Path file) {
    return new Source(file.toString(), () -> GzipInput.open(file));
  }

  /** Returns given bytes, unpacked if they are packed with gzip. */
  public static Source of(String name, byte[] bytes) {
    return new Source(name, () -> GzipInput.unpacked(new ByteArrayInputStream(bytes), name));
  }

  /** Returns a new stream of the unpacked bytes from the first one on. */
  public InputStream open() throws IOException {
    return opener.open();
  }

  /** Opens the bytes anew. */
  @FunctionalInterface
  public interface Opener {
    /** Returns a new stream. */
    InputStream open() throws IOException;
  }
}
