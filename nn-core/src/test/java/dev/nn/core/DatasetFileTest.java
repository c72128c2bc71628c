package dev.nn.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.DataException;
import dev.nn.api.ModelFormatException;
import dev.nn.api.Shape;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.dataset.Targets;
import dev.nn.math.Matrix;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetFileTest {
  private static final long SEED = 13;

  @TempDir private Path folder;

  private static final float[][] FEATURES = {{0.5f, -0f}, {1e-42f, 3}, {Float.MAX_VALUE, 4}};

  private Dataset written(Dataset data) throws IOException {
    Path file = folder.resolve("data.safetensors");
    DatasetFile.write(file, data, Map.of());
    return DatasetFile.open(file).data();
  }

  private static void assertSame(Dataset expected, Dataset found) {
    assertEquals(expected.rows(), found.rows());
    assertEquals(expected.shape(), found.shape());
    assertEquals(expected.targets(), found.targets());
    assertEquals(expected.featureNames(), found.featureNames());
    Matrix one = Matrix.zeros(2, expected.shape().size());
    Matrix other = Matrix.zeros(2, expected.shape().size());
    Matrix oneTarget = Matrix.zeros(2, expected.targets().columns());
    Matrix otherTarget = Matrix.zeros(2, expected.targets().columns());
    Arrays.fill(otherTarget.data(), 7);
    for (int row = expected.rows() - 1; row >= 0; row--) {
      expected.readFeatures(row, one, 1);
      found.readFeatures(row, other, 1);
      assertArrayEquals(bits(one, 1), bits(other, 1));
      expected.readTarget(row, oneTarget, 1);
      found.readTarget(row, otherTarget, 1);
      assertArrayEquals(bits(oneTarget, 1), bits(otherTarget, 1));
      assertEquals(expected.weight(row), found.weight(row));
    }
  }

  private static int[] bits(Matrix matrix, int row) {
    int[] bits = new int[matrix.columns()];
    for (int i = 0; i < bits.length; i++) {
      bits[i] = Float.floatToRawIntBits(matrix.get(row, i));
    }
    return bits;
  }

  @Test
  void everyKindOfDataComesBackBitForBit() throws IOException {
    Dataset classes =
        Dataset.classes(
            FEATURES, new int[] {2, 0, 1}, new Targets.Classes(List.of("a", "ü", "\n")));
    assertSame(classes, written(classes));
    assertSame(
        classes.withFeatureNames("x, 1", "y").withWeights(0, 1.1, 3),
        written(classes.withFeatureNames("x, 1", "y").withWeights(0, 1.1, 3)));
    Dataset binary = Dataset.binary(FEATURES, new int[] {0, 1, 1}, "no", "yes");
    assertSame(binary, written(binary));
    Dataset numbers = Dataset.regression(FEATURES, new float[][] {{1, -0f}, {2, 3}, {4, 5}});
    assertSame(numbers, written(numbers));
    Dataset images = numbers.reshape(Shape.of(1, 2, 1));
    assertSame(images, written(images));
  }

  @Test
  void notesTravelWithTheData() throws IOException {
    Path file = folder.resolve("data.safetensors");
    DatasetFile.write(
        file, Dataset.regression(FEATURES, new float[] {1, 2, 3}), Map.of("by", "Å. Ångström"));
    assertEquals(Optional.of("Å. Ångström"), DatasetFile.open(file).note("by"));
    assertEquals(Optional.empty(), DatasetFile.open(file).note("for"));
  }

  @Test
  void aRowMayBeInTwoOfTheBlocksThatAreChecked() throws IOException {
    Random random = new Random(SEED);
    float[][] features = new float[1500][333];
    float[] targets = new float[features.length];
    for (int i = 0; i < features.length; i++) {
      for (int j = 0; j < features[i].length; j++) {
        features[i][j] = random.nextFloat();
      }
      targets[i] = random.nextFloat();
    }
    Dataset data = Dataset.regression(features, targets);
    assertSame(data, written(data));
  }

  @Test
  void aTruncatedFileIsRefusedAndNamesTheByte() throws IOException {
    Path file = folder.resolve("data.safetensors");
    DatasetFile.write(file, Dataset.regression(FEATURES, new float[] {1, 2, 3}), Map.of());
    byte[] bytes = Files.readAllBytes(file);
    Path part = folder.resolve("part.safetensors");
    for (int length = 0; length < bytes.length; length++) {
      Files.write(part, Arrays.copyOf(bytes, length));
      String message = assertThrows(DataException.class, () -> DatasetFile.open(part)).getMessage();
      assertTrue(message.contains("part.safetensors"), message);
    }
    Files.write(part, Arrays.copyOf(bytes, bytes.length + 1));
    assertTrue(
        assertThrows(DataException.class, () -> DatasetFile.open(part))
            .getMessage()
            .contains("1 bytes follow the data"));
  }

  @Test
  void everyChangedBitIsNoticed() throws IOException {
    Path file = folder.resolve("data.safetensors");
    DatasetFile.write(
        file, Dataset.binary(FEATURES, new int[] {0, 1, 1}).withWeights(1, 2, 3), Map.of("a", "b"));
    byte[] bytes = Files.readAllBytes(file);
    // Not at the same place each time: a file that is mapped must stay as it is.
    for (int bit = 0; bit < 8 * bytes.length; bit++) {
      byte[] changed = bytes.clone();
      changed[bit / 8] ^= (byte) (1 << bit % 8);
      Path other = Files.write(folder.resolve("changed" + bit), changed);
      assertThrows(DataException.class, () -> DatasetFile.open(other).verify(), "bit " + bit);
      Files.delete(other);
    }
  }

  @Test
  void aChangedRowIsNoticedWhenItIsRead() throws IOException {
    Path file = folder.resolve("data.safetensors");
    Dataset data = Dataset.regression(FEATURES, new float[] {1, 2, 3});
    DatasetFile.write(file, data, Map.of());
    byte[] bytes = Files.readAllBytes(file);
    int dataStart = 8 + (bytes[0] & 0xff) + 256 * (bytes[1] & 0xff);
    bytes[dataStart + 4] ^= 1;
    Files.write(folder.resolve("other"), bytes);
    Dataset changed = DatasetFile.open(folder.resolve("other")).data();
    String message =
        assertThrows(DataException.class, () -> changed.readFeatures(0, Matrix.zeros(1, 2), 0))
            .getMessage();
    assertTrue(message.contains("bytes 0 to 35 of its numbers"), message);
  }

  @Test
  void whatIsNoDataSetIsSaid() throws IOException {
    Path csv = Files.writeString(folder.resolve("a.csv"), "a,b\n1,2\n".repeat(100));
    assertTrue(
        assertThrows(DataException.class, () -> DatasetFile.open(csv))
            .getMessage()
            .contains("a.csv, byte 0: this is no data set"));
    assertThrows(IOException.class, () -> DatasetFile.open(folder.resolve("none")));
    assertThrows(IOException.class, () -> DatasetFile.open(folder));
  }

  @Test
  void whoeverTakesADataSetForAModelIsToldWhatItIs() throws IOException {
    Dataset data = Dataset.regression(FEATURES, new float[] {1, 2, 3});
    written(data);
    String message =
        assertThrows(
                ModelFormatException.class, () -> Model.load(folder.resolve("data.safetensors")))
            .getMessage();
    assertTrue(message.contains("is not a model file"), message);
    assertTrue(message.contains("it is a data set that was converted to be trained on"), message);
  }

  @Test
  void anErrorLeavesTheOldFile() throws IOException {
    Path file = folder.resolve("data.safetensors");
    Dataset old = Dataset.regression(FEATURES, new float[] {1, 2, 3});
    DatasetFile.write(file, old, Map.of());
    Dataset bad =
        new Dataset() {
          @Override
          public int rows() {
            return 3;
          }

          @Override
          public Shape shape() {
            return Shape.of(1);
          }

          @Override
          public Targets targets() {
            return new Targets.Real(1);
          }

          @Override
          public void readFeatures(int row, Matrix into, int at) {
            into.set(at, 0, row == 2 ? Float.NaN : 1);
          }

          @Override
          public void readTarget(int row, Matrix into, int at) {
            into.set(at, 0, 0);
          }
        };
    String message =
        assertThrows(DataException.class, () -> DatasetFile.write(file, bad, Map.of()))
            .getMessage();
    assertEquals("row 2, column 0: feature NaN is not a finite number", message);
    assertSame(old, DatasetFile.open(file).data());
    try (var files = Files.list(folder)) {
      assertEquals(1, files.count());
    }
  }

  /** The losses of classes take shares; a file has one class for each row. */
  @Test
  void aMixtureOfClassesIsRefusedByItsRow() {
    Dataset classes = Dataset.classes(FEATURES, new int[] {0, 1, 2});
    for (float[] mixture : new float[][] {{0.8f, 0.1f, 0.1f}, {1, 1, 0}, {0, 0, 0}}) {
      Dataset mixed =
          new Dataset() {
            @Override
            public int rows() {
              return classes.rows();
            }

            @Override
            public Shape shape() {
              return classes.shape();
            }

            @Override
            public Targets targets() {
              return classes.targets();
            }

            @Override
            public void readFeatures(int row, Matrix into, int at) {
              classes.readFeatures(row, into, at);
            }

            @Override
            public void readTarget(int row, Matrix into, int at) {
              classes.readTarget(row, into, at);
              for (int i = 0; row == 1 && i < mixture.length; i++) {
                into.set(at, i, mixture[i]);
              }
            }
          };
      DataException e = assertThrows(DataException.class, () -> written(mixed));
      assertTrue(e.getMessage().startsWith("row 1: its target is a mixture of classes"));
    }
  }

  /** The schema of a table with a million categories is such a text. */
  @Test
  void aNoteMayBeLongerThanTheTextsOfJsonUsuallyAre() throws IOException {
    String text = "x".repeat(21_000_000);
    Path file = folder.resolve("long.safetensors");
    DatasetFile.write(file, Dataset.binary(FEATURES, new int[] {0, 1, 1}), Map.of("text", text));
    assertEquals(text, DatasetFile.open(file).note("text").orElseThrow());
  }
}
