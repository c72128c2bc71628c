package dev.nn.tests.conformance.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nn.core.Model;
import dev.nn.core.Network;
import dev.nn.core.Trainer;
import dev.nn.core.TrainerBuilder;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.training.Shuffling;
import dev.nn.tests.conformance.vector.Numbers;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Twenty steps that other tools did with their own defaults, from the same first weights and in the
 * same order of rows. {@code presets.json} and its kin say by which script and version.
 */
class PresetsGoldenTest {
  private static final List<String> FILES =
      List.of("presets.json", "presets_keras.json", "presets_weka.json", "presets_dl4j.json");

  /** In units of the largest number of the parameter. */
  private static final double TOLERANCE = 2e-5;

  @TestFactory
  Stream<DynamicTest> twentyStepsAreThoseOfTheTool() throws IOException {
    Stream.Builder<DynamicTest> tests = Stream.builder();
    for (String file : FILES) {
      document(file)
          .path("runs")
          .forEach(
              run ->
                  tests.add(
                      DynamicTest.dynamicTest(
                          run.path("like").asText() + ": " + run.path("name").asText(),
                          () -> assertRetraced(run))));
    }
    return tests.build();
  }

  @Test
  void otherToolsPresetsDoNotRetraceTheseSteps() throws IOException {
    for (JsonNode run : document("presets.json").path("runs")) {
      String other = run.path("like").asText().equals("torch") ? "sklearn" : "torch";
      // Plain descent is the same everywhere; what the presets differ in is named.
      if (run.path("name").asText().matches(".*(nadam|alpha 0.5|several labels|epsilon=0.1).*")) {
        assertTrue(difference(run, other) > TOLERANCE, run.path("name").asText());
      }
    }
  }

  private static void assertRetraced(JsonNode run) {
    double difference = difference(run, run.path("like").asText());
    assertTrue(difference <= TOLERANCE, () -> "differs by " + difference);
  }

  /** The largest difference after the last step, in units of each parameter's largest number. */
  private static double difference(JsonNode run, String preset) {
    Map<String, float[]> initial = parameters(run.path("initial"));
    String[] layers =
        StreamSupport.stream(run.path("layers").spliterator(), false)
            .map(JsonNode::asText)
            .toArray(String[]::new);
    float[][] features = Numbers.rows(run.path("features"));
    Network network = Network.of(features[0].length, layers).like(preset);
    TrainerBuilder trainer =
        Trainer.builder()
            .like(preset)
            .loss(run.path("loss").asText())
            .optimizer(run.path("optimizer").asText())
            .batchSize(run.path("batch").asInt())
            .epochs(run.path("epochs").asInt())
            .shuffling(Shuffling.NEVER)
            .threads(1);
    if (run.has("class_weights")) {
      trainer.classWeights(Numbers.flat(run.path("class_weights")));
    }
    Model trained = trainer.build().fit(Model.of(network, initial), data(run, features)).model();
    assertEquals(20, trained.training().orElseThrow().steps());
    double largest = 0;
    for (Map.Entry<String, float[]> entry : parameters(run.path("final")).entrySet()) {
      float[] got = trained.parameter(entry.getKey());
      largest = Math.max(largest, difference(entry.getValue(), got));
    }
    return largest;
  }

  private static double difference(float[] wanted, float[] got) {
    assertEquals(wanted.length, got.length);
    double scale = 1e-3;
    double largest = 0;
    for (int i = 0; i < wanted.length; i++) {
      scale = Math.max(scale, Math.abs(wanted[i]));
      largest = Math.max(largest, Math.abs((double) wanted[i] - got[i]));
    }
    return largest / scale;
  }

  private static Dataset data(JsonNode run, float[][] features) {
    float[][] targets = Numbers.rows(run.path("targets"));
    return run.path("loss").asText().equals("categorical_crossentropy")
        ? Dataset.classes(features, targets)
        : Dataset.regression(features, targets);
  }

  private static Map<String, float[]> parameters(JsonNode node) {
    Map<String, float[]> parameters = new HashMap<>();
    node.properties()
        .forEach(field -> parameters.put(field.getKey(), Numbers.floats(field.getValue())));
    return parameters;
  }

  private static JsonNode document(String file) throws IOException {
    try (InputStream stream =
        Objects.requireNonNull(
            PresetsGoldenTest.class.getResourceAsStream("/golden/" + file), file)) {
      return new ObjectMapper().readTree(stream);
    }
  }
}
