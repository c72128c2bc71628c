package dev.nn.tests.conformance.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nn.api.Shape;
import dev.nn.core.Model;
import dev.nn.core.Network;
import dev.nn.core.Trainer;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.plugin.PluginRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Networks with branches that PyTorch trained in double precision; {@code blocks.json} says with
 * which script and version, and the script where weights and examples come from.
 */
class BlocksGoldenTest {
  private static final int ROWS = 6;
  private static final int WIDTH = 3;

  private static final Map<String, List<String>> BLOCKS =
      Map.of(
          "residual",
          List.of(
              "residual(layers=[dense(units=3, activation=tanh), dense(units=3)])",
              "activation(activation=relu)"),
          "gated",
          List.of(
              "parallel(branches=[dense(units=3), dense(units=3, activation=sigmoid)],"
                  + " join=multiply)"),
          "highway",
          List.of("test.highway"),
          "concatenated",
          List.of(
              "parallel(branches=[dense(units=2, activation=tanh),"
                  + " activation(activation=identity), dense(units=4)])"));

  @TestFactory
  Stream<DynamicTest> blocksTrainAsInPyTorch() throws IOException {
    try (InputStream stream =
        Objects.requireNonNull(BlocksGoldenTest.class.getResourceAsStream("/golden/blocks.json"))) {
      JsonNode runs = new ObjectMapper().readTree(stream).path("runs");
      assertEquals(2 * BLOCKS.size(), runs.size());
      return StreamSupport.stream(runs.spliterator(), false)
          .map(run -> DynamicTest.dynamicTest(run.path("name").asText(), () -> check(run)))
          .toList()
          .stream();
    }
  }

  private static void check(JsonNode run) {
    String name = run.path("name").asText();
    Stream<String> before =
        name.contains(" behind ") ? Stream.of("dense(units=3, activation=tanh)") : Stream.of();
    String[] layers =
        Stream.of(before, BLOCKS.get(name.split(" ")[0]).stream(), Stream.of("dense(units=1)"))
            .flatMap(specs -> specs)
            .toArray(String[]::new);
    PluginRegistry registry = PluginRegistry.load().with(new Highway());
    Network network = Network.of(registry, Shape.of(WIDTH), layers);
    Model trained =
        Trainer.builder()
            .registry(registry)
            .loss("mean_squared_error")
            .optimizer("sgd(learning_rate=0.1)")
            .batchSize(ROWS)
            .epochs(5)
            .build()
            .fit(start(network), Dataset.regression(rows(WIDTH, 5), rows(1, 2)))
            .model();
    int at = 0;
    for (String parameter : trained.parameterNames()) {
      for (float weight : trained.parameter(parameter)) {
        String what = parameter + ", weight " + at;
        assertEquals(run.path("weights").get(at).asDouble(), weight, 1e-6, what);
        at++;
      }
    }
    assertEquals(run.path("weights").size(), at);
  }

  private static Model start(Network network) {
    Map<String, float[]> weights = new LinkedHashMap<>();
    Model initial = Model.initial(network, 0);
    int at = 0;
    for (String name : initial.parameterNames()) {
      float[] values = new float[initial.parameter(name).length];
      for (int i = 0; i < values.length; i++) {
        values[i] = number(at++);
      }
      weights.put(name, values);
    }
    return Model.of(network, weights);
  }

  private static float[][] rows(int columns, int first) {
    float[][] rows = new float[ROWS][columns];
    for (int i = 0; i < ROWS * columns; i++) {
      rows[i / columns][i % columns] = number(first + i);
    }
    return rows;
  }

  private static float number(int i) {
    return (37 * i % 23 - 11) / 32f;
  }
}
