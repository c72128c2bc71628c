package dev.nn.data;

import dev.nn.api.DataException;
import dev.nn.core.dataset.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * Finds the files of MNIST, or of a set that took over its file names such as Fashion-MNIST, in a
 * folder. Each may be plain or packed and have a hyphen or a dot before {@code idx}: {@code
 * train-images-idx3-ubyte}, {@code train-images-idx3-ubyte.gz}, {@code train-images.idx3-ubyte} or
 * {@code train-images.idx3-ubyte.gz}; the first of these that exists is read.
 */
public final class Mnist {
  private Mnist() {}

  /**
   * The examples to train with, as {@link Idx#dataset(Path, Path)} reads them: of MNIST 60,000 rows
   * of shape {@code (784)} and ten classes.
   *
   * @throws NoSuchFileException if a file is missing, naming the names that were looked for
   * @throws DataException if a file is not what it should be
   * @throws IOException if a file cannot be read
   */
  public static Dataset train(Path folder) throws IOException {
    return read(folder, "train");
  }

  /** The examples to test with, in the same way: of MNIST 10,000 rows. */
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
