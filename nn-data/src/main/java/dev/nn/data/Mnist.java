package dev.nn.data;

import dev.nn.api.DataException;
import dev.nn.core.dataset.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * Finds the files of MNIST in a folder, or those of a data set with the same file names, such as
 * Fashion-MNIST:
 *
 * <pre>{@code
 * Dataset train = Mnist.train(Path.of("mnist"));
 * Dataset test = Mnist.test(Path.of("mnist"));
 * }</pre>
 *
 * <p>Each file may be plain or packed, and its name may have a hyphen or a dot before {@code idx}.
 * The first of {@code train-images-idx3-ubyte}, {@code train-images-idx3-ubyte.gz}, {@code
 * train-images.idx3-ubyte} and {@code train-images.idx3-ubyte.gz} that exists is read.
 */
public final class Mnist {
  private Mnist() {}

  /**
   * Returns the examples to train with, as {@link Idx#dataset(Path, Path)} reads them. MNIST has
   * 60,000 of them, of shape {@code (784)} and in ten classes.
   *
   * @throws NoSuchFileException if a file is missing; the message has the names that were looked
   *     for
   * @throws DataException if a file is damaged or of another format
   * @throws IOException if a file cannot be read
   */
  public static Dataset train(Path folder) throws IOException {
    return read(folder, "train");
  }

  /** Returns the examples to test with, in the same way. MNIST has 10,000 of them. */
  public static Dataset test(Path folder) throws IOException {
    return read(folder, "t10k");
  }

  private static Dataset read(Path folder, String part) throws IOException {
    Path images = find(folder, part + "-images", "idx3-ubyte");
    return Idx.dataset(images, find(folder, part + "-labels", "idx1-ubyte"));
  }

  private static Path find(Path folder, String name, String format) throws NoSuchFileException {
    List<String> candidates =
        List.of(
            name + "-" + format,
            name + "-" + format + ".gz",
            name + "." + format,
            name + "." + format + ".gz");
    for (String candidate : candidates) {
      Path file = folder.resolve(candidate);
      if (Files.exists(file)) {
        return file;
      }
    }
    String reason =
        Files.isDirectory(folder)
            ? "has none of " + String.join(", ", candidates)
            : "is not a folder, so " + String.join(", ", candidates) + " cannot be found in it";
    throw new NoSuchFileException(folder.toString(), null, reason);
  }
}
