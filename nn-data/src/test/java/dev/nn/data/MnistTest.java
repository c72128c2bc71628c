package dev.nn.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nn.api.Shape;
import dev.nn.core.dataset.Dataset;
import dev.nn.math.Matrix;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MnistTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "-idx3-ubyte, -idx1-ubyte",
    "-idx3-ubyte.gz, -idx1-ubyte.gz",
    ".idx3-ubyte, .idx1-ubyte",
    ".idx3-ubyte.gz, .idx1-ubyte.gz",
    "-idx3-ubyte.gz, .idx1-ubyte"
  })
  void usualFileNamesAreFound(String images, String labels) throws IOException {
    for (String part : new String[] {"train", "t10k"}) {
      write(part + "-images" + images, IdxFiles.hundredImages());
      write(part + "-labels" + labels, IdxFiles.hundredLabels());
    }

    assertEquals(100, Mnist.train(folder).rows());
    assertEquals(100, Mnist.test(folder).rows());
  }

  private void write(String name, byte[] content) throws IOException {
    Files.write(folder.resolve(name), name.endsWith(".gz") ? IdxFiles.gzip(content) : content);
  }

  @Test
  void missingFileIsNamedWithAllNamesThatWereLookedFor() throws IOException {
    NoSuchFileException images = assertThrows(NoSuchFileException.class, () -> Mnist.train(folder));
    write("train-images-idx3-ubyte", IdxFiles.hundredImages());
    NoSuchFileException labels = assertThrows(NoSuchFileException.class, () -> Mnist.train(folder));
    NoSuchFileException test = assertThrows(NoSuchFileException.class, () -> Mnist.test(folder));

    assertEquals(
        folder
            + ": has none of train-images-idx3-ubyte, train-images-idx3-ubyte.gz,"
            + " train-images.idx3-ubyte, train-images.idx3-ubyte.gz",
        images.getMessage());
    assertEquals(
        folder
            + ": has none of train-labels-idx1-ubyte, train-labels-idx1-ubyte.gz,"
            + " train-labels.idx1-ubyte, train-labels.idx1-ubyte.gz",
        labels.getMessage());
    assertEquals(
        folder
            + ": has none of t10k-images-idx3-ubyte, t10k-images-idx3-ubyte.gz,"
            + " t10k-images.idx3-ubyte, t10k-images.idx3-ubyte.gz",
        test.getMessage());
  }

  @Test
  void missingFolderIsNamed() {
    Path missing = folder.resolve("absent");
    NoSuchFileException e = assertThrows(NoSuchFileException.class, () -> Mnist.train(missing));

    assertEquals(
        missing
            + ": is not a folder, so train-images-idx3-ubyte, train-images-idx3-ubyte.gz,"
            + " train-images.idx3-ubyte, train-images.idx3-ubyte.gz cannot be found in it",
        e.getMessage());
  }

  /** The counts and means were made by numpy 1.24.2 from the same files. */
  @Test
  @EnabledIfSystemProperty(
      named = "nn.data.mnist",
      matches = ".+",
      disabledReason = "-Dnn.test.jvmArgs=-Dnn.data.mnist=<folder> names the folder of MNIST")
  void mnistItselfIsRead() throws IOException {
    Path mnist = Path.of(System.getProperty("nn.data.mnist"));

    check(Mnist.train(mnist), 5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949);
    check(Mnist.test(mnist), 980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009);
  }

  private static void check(Dataset data, int... expectedCounts) {
    assertEquals(Shape.of(784), data.shape());
    Matrix features = Matrix.zeros(1, 784);
    Matrix target = Matrix.zeros(1, 10);
    int[] counts = new int[10];
    double sum = 0;
    for (int row = 0; row < data.rows(); row++) {
      data.readTarget(row, target, 0);
      for (int i = 0; i < 10; i++) {
        counts[i] += (int) target.get(0, i);
      }
      data.readFeatures(row, features, 0);
      for (float pixel : features.data()) {
        sum += pixel;
      }
    }
    assertArrayEquals(expectedCounts, counts);
    double mean = data.rows() == 60_000 ? 0.1306604762738429 : 0.13251460584233693;
    assertEquals(mean, sum / data.rows() / 784, 1e-8);
  }
}
