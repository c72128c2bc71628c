package dev.nn.tests.combinations;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.Shape;
import dev.nn.core.Network;
import dev.nn.core.Trainer;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.metric.Metrics;
import dev.nn.data.BundledData;
import dev.nn.data.Split;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What normalizations and dropout do to the accuracy on digits: they do not spoil it. */
class DigitsAccuracyTest {
  private static final int SEEDS = 5;
  private static final int EPOCHS = 40;
  private static final double MARGIN = 0.005;
  private static final String HIDDEN = "dense(units=256, initializer=he_normal)";
  private static final String RELU = "activation(activation=relu)";
  private static final String OUTPUT = "dense(units=10, activation=softmax)";

  private static Map<String, List<String>> networks() {
    Map<String, List<String>> networks = new LinkedHashMap<>();
    networks.put("plain", List.of(HIDDEN, RELU, OUTPUT));
    networks.put("batch_normalization", List.of(HIDDEN, "batch_normalization", RELU, OUTPUT));
    networks.put("layer_normalization", List.of(HIDDEN, "layer_normalization", RELU, OUTPUT));
    networks.put("dropout", List.of(HIDDEN, RELU, "dropout(rate=0.5)", OUTPUT));
    return networks;
  }

  @Test
  @Tag("exhaustive")
  void addedLayersDoNotSpoilTheMeanAccuracy() {
    Map<String, Double> means = new LinkedHashMap<>();
    networks()
        .forEach(
            (name, layers) -> {
              double[] accuracies =
                  LongStream.rangeClosed(1, SEEDS).mapToDouble(s -> accuracy(layers, s)).toArray();
              double mean = Arrays.stream(accuracies).average().orElseThrow();
              means.put(name, mean);
              System.out.printf(
                  Locale.ROOT, "%s: mean %.4f of %s%n", name, mean, Arrays.toString(accuracies));
            });
    double plain = means.get("plain");
    means.forEach(
        (name, mean) ->
            assertTrue(
                mean >= plain - MARGIN,
                () -> "seeds 1 to " + SEEDS + ": " + name + " " + mean + ", plain " + plain));
  }

  /** A fifth of the digits is the test; the seed decides which, and all that is random. */
  private static double accuracy(List<String> layers, long seed) {
    Dataset digits = BundledData.digits();
    Split split = Split.stratified(digits, 0.8, seed);
    Network network = Network.of(Shape.of(64), layers.toArray(String[]::new));
    return Trainer.builder()
        .loss("categorical_crossentropy")
        .optimizer("adam(learning_rate=0.001)")
        .epochs(EPOCHS)
        .batchSize(32)
        .seed(seed)
        .build()
        .fit(network, split.train())
        .model()
        .evaluate(split.test(), Metrics::accuracy);
  }
}
