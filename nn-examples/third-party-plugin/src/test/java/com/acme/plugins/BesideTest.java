package com.acme.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.core.Model;
import dev.nn.core.Network;
import dev.nn.core.Trainer;
import dev.nn.core.TrainingResult;
import dev.nn.core.dataset.Dataset;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The same plugins, written for PyTorch and Keras in the folder beside, train to the same numbers. */
class BesideTest {
  private static final float[][] FEATURES = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};

  @Test
  void aNetworkTrainsAsInPyTorchAndKeras() throws Exception {
    Map<String, double[]> golden = golden();
    Network network =
        Network.of(
            2,
            "dense(units=3, activation=acme.bump(shift=0.25))",
            "acme.scale",
            "acme.gated(units=2)",
            "dense(units=1)");
    Map<String, float[]> weights = new LinkedHashMap<>();
    for (String name : Model.initial(network, 0).parameterNames()) {
      weights.put(name, floats(golden.get(name)));
    }
    double[] losses = golden.get("losses");
    TrainingResult result =
        Trainer.builder()
            .loss("acme.pseudo_huber(delta=0.5)")
            .optimizer(
                "acme.heavy_ball(learning_rate=acme.patient(initial=0.6, patience=2), friction=0.5)")
            .batchSize(4)
            .epochs(losses.length)
            .withoutAdvice()
            .build()
            .fit(
                Model.of(network, weights),
                Dataset.regression(FEATURES, new float[][] {{0}, {1}, {1}, {0}}));
    for (int epoch = 0; epoch < losses.length; epoch++) {
      assertEquals(losses[epoch], result.history().get(epoch).loss(), 1e-5, "epoch " + epoch);
    }
    for (int i = 0; i < FEATURES.length; i++) {
      assertEquals(
          golden.get("predictions")[i], result.model().predict(FEATURES[i])[0], 1e-4, "case " + i);
    }
    assertTrue(golden.get("rate")[0] < 0.3, "the schedule had work to do");
  }

  private static float[] floats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }

  /** Numbers by name. */
  private static Map<String, double[]> golden() throws Exception {
    try (InputStream in = BesideTest.class.getResourceAsStream("/beside.txt")) {
      List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      Map<String, double[]> numbers = new LinkedHashMap<>();
      for (String line : lines.subList(1, lines.size())) {
        String[] words = line.split(" ");
        numbers.put(
            words[0],
            Arrays.stream(words, 1, words.length).mapToDouble(Double::parseDouble).toArray());
      }
      return numbers;
    }
  }
}
