package dev.nn.tests.conformance.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nn.api.Shape;
import dev.nn.core.Model;
import dev.nn.core.TrainingSession;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.tests.conformance.vector.Measure;
import dev.nn.tests.conformance.vector.Networks;
import dev.nn.tests.conformance.vector.Numbers;
import dev.nn.tests.conformance.vector.Tolerance;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Whole trainings that PyTorch did in double precision; {@code training.json} says with which
 * script and version. Ours are in single precision, so a step's rounding of 6e-8 of the largest
 * number grows over some thirty steps; a wrong coefficient shows in the third digit of the first
 * step.
 */
class TrainingGoldenTest {
  private static final Tolerance TOLERANCE = new Tolerance(2e-6, 2e-6);

  @TestFactory
  Stream<DynamicTest> trainingReproducesPyTorch() throws IOException {
    return StreamSupport.stream(document().path("runs").spliterator(), false)
        .map(run -> DynamicTest.dynamicTest(run.path("name").asText(), () -> check(run)));
  }

  @Test
  void theFileSaysHowItWasMade() throws IOException {
    for (String field : List.of("script", "library", "version", "seed")) {
      assertFalse(document().path("made_by").path(field).asText().isEmpty(), field);
    }
  }

  private static JsonNode document() throws IOException {
    try (InputStream stream =
        Objects.requireNonNull(
            TrainingGoldenTest.class.getResourceAsStream("/golden/training.json"))) {
      return new ObjectMapper().readTree(stream);
    }
  }

  private static void check(JsonNode run) {
    PluginRegistry registry = PluginRegistry.load();
    Dataset data =
        Dataset.regression(Numbers.rows(run.path("features")), Numbers.rows(run.path("targets")));
    Measure measure = new Measure();
    try (TrainingSession session =
        Networks.session(
            registry,
            model(registry, run),
            registry.loss(run.path("loss").asText()),
            registry.optimizer(run.path("optimizer").asText()),
            data,
            run.path("batch").asInt(),
            run.path("epochs").asInt())) {
      JsonNode losses = run.path("losses");
      for (int step = 1; step <= losses.size(); step++) {
        session.step();
        measure.compare(
            "loss of step " + step,
            losses.get(step - 1).doubleValue(),
            session.batchLoss(),
            TOLERANCE);
        compare(run.path("parameters_after_step").path("" + step), step, session, measure);
      }
    }
    System.out.println(run.path("name").asText() + ": " + measure);
    assertEquals(List.of(), measure.misses());
  }

  private static Model model(PluginRegistry registry, JsonNode run) {
    List<String> layers = new ArrayList<>();
    run.path("layers").forEach(layer -> layers.add(layer.asText()));
    List<float[]> parameters = new ArrayList<>();
    run.path("initial").forEach(values -> parameters.add(Numbers.floats(values)));
    Shape input = Shape.of(run.path("inputs").asInt());
    return Networks.model(registry, input, layers, parameters.toArray(float[][]::new));
  }

  private static void compare(
      JsonNode expected, int step, TrainingSession session, Measure measure) {
    for (Iterator<String> names = expected.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      measure.compare(
          name + " after step " + step,
          Numbers.flat(expected.path(name)),
          Numbers.widen(session.model().parameter(name)),
          TOLERANCE);
    }
  }
}
