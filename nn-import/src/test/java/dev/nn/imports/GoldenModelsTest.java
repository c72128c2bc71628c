package dev.nn.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nn.core.Model;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Models that the tools themselves made, and what they predict there. */
class GoldenModelsTest {
  static final Path GOLDEN = Path.of("src/test/resources/golden");

  private static final List<String> FILES =
      List.of(
          "torch_sklearn.json", "keras.json", "weka.json", "encog.json", "dl4j.json", "pmml.json");

  /** Of the largest number that is predicted. */
  private static final double TOLERANCE = 1e-5;

  @TestFactory
  Stream<DynamicTest> modelsPredictWhatTheyDoInTheirTool() {
    return models().stream()
        .map(
            model ->
                DynamicTest.dynamicTest(model.path("file").asText(), () -> assertPredicts(model)));
  }

  /**
   * The golden models: {@code file}, {@code features}, {@code predictions} and, if the file has
   * weights alone, {@code layers}.
   */
  static List<JsonNode> models() {
    List<JsonNode> models = new ArrayList<>();
    for (String file : FILES) {
      if (Files.exists(GOLDEN.resolve(file))) {
        try {
          JsonNode document = new ObjectMapper().readTree(GOLDEN.resolve(file).toFile());
          assertFalse(document.path("made_by").path("version").asText().isEmpty(), file);
          document.path("models").forEach(models::add);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    return models;
  }

  private static void assertPredicts(JsonNode golden) throws IOException {
    Path file = GOLDEN.resolve(golden.path("file").asText());
    assertTrue(ModelImport.recognizes(file));
    Model model = ModelImport.read(file, golden.path("layers").asText());
    float[][] wanted = rows(golden.path("predictions"));
    float[][] got = model.predict(rows(golden.path("features")));
    assertEquals(wanted.length, got.length);
    double scale = 0;
    double largest = 0;
    for (int i = 0; i < wanted.length; i++) {
      assertEquals(wanted[i].length, got[i].length);
      if (golden.path("sums_to_one").asBoolean()) {
        divideBySum(got[i]);
      }
      for (int j = 0; j < wanted[i].length; j++) {
        scale = Math.max(scale, Math.abs(wanted[i][j]));
        largest = Math.max(largest, Math.abs((double) wanted[i][j] - got[i][j]));
      }
    }
    double difference = largest / scale;
    assertTrue(difference <= TOLERANCE, () -> "differs by " + difference);
  }

  /** As Weka makes probabilities of its sigmoids. */
  private static void divideBySum(float[] row) {
    double sum = 0;
    for (float number : row) {
      sum += number;
    }
    for (int j = 0; j < row.length; j++) {
      row[j] = (float) (row[j] / sum);
    }
  }

  private static float[][] rows(JsonNode node) {
    float[][] rows = new float[node.size()][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = new float[node.get(i).size()];
      for (int j = 0; j < rows[i].length; j++) {
        rows[i][j] = node.get(i).get(j).floatValue();
      }
    }
    return rows;
  }
}
