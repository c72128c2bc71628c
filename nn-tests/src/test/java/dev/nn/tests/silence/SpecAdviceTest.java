package dev.nn.tests.silence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.NnException;
import dev.nn.api.Shape;
import dev.nn.core.Network;
import dev.nn.core.Trainer;
import dev.nn.core.metric.Metrics;
import dev.nn.core.plugin.PluginRegistry;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever types what a message about a spec says gets further. */
class SpecAdviceTest {
  private static final PluginRegistry PLUGINS = PluginRegistry.load();

  private static Object make(String kind, String spec) {
    Function<String, Object> making =
        switch (kind) {
          case "layers" -> layers -> Network.of(Shape.of(4), layers);
          case "optimizer" -> PLUGINS::optimizer;
          case "loss" -> PLUGINS::loss;
          case "metric" -> Metrics::of;
          case "trainer's metric" -> metric -> Trainer.builder().metric(metric);
          default -> PLUGINS::activation;
        };
    return making.apply(spec);
  }

  /** What is typed, what the message says, and what is typed then. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          activation | "relu" | found '"'; leave the quotes out | relu
          activation | 'relu' | leave the quotes out | relu
          activation | “relu” | leave the quotes out | relu
          activation | leaky_relu(0.1) | write negative_slope=0.1 | leaky_relu(negative_slope=0.1)
          activation | Relu | write relu | relu
          layers | "dense(units=10)" | leave the quotes out | dense(units=10)
          layers | dense(units="10") | must be an integer, not "10"; leave the quotes out | dense(units=10)
          layers | dense(units=10, activation="relu") | not "relu"; leave the quotes out | dense(units=10, activation=relu)
          layers | dense(units=10, activation='relu') | leave the quotes out | dense(units=10, activation=relu)
          layers | dense(10) | write units=10 | dense(units=10)
          layers | dense(units=10, relu) | write activation=relu | dense(units=10, activation=relu)
          layers | dense(units=10, he_normal) | write initializer=he_normal | dense(units=10, initializer=he_normal)
          layers | dense(units=10, leaky_relu(negative_slope=0.1)) | write activation=leaky_relu(negative_slope=0.1) | dense(units=10, activation=leaky_relu(negative_slope=0.1))
          layers | dense(units=3), dropout(0.2) | write rate=0.2 | dense(units=3), dropout(rate=0.2)
          layers | dense[units=10] | the options of dense stand between ( and ) | dense(units=10)
          layers | dense{units=10} | the options of dense stand between ( and ) | dense(units=10)
          layers | dense(units=10] | expected , or ) after the options of dense | dense(units=10)
          layers | dense(units:10) | expected = and a value after units | dense(units=10)
          optimizer | adam(0.1) | write learning_rate=0.1 | adam(learning_rate=0.1)
          optimizer | adam(cosine_decay(initial=0.1, steps=10)) | write learning_rate=cosine_decay(initial=0.1, steps=10) | adam(learning_rate=cosine_decay(initial=0.1, steps=10))
          optimizer | adam(lr=0.1) | learning_rate | adam(learning_rate=0.1)
          loss | cross_entropy | Did you mean binary_crossentropy or categorical_crossentropy | categorical_crossentropy
          loss | crossentropy | binary_crossentropy | binary_crossentropy
          metric | acc | Did you mean accuracy | accuracy
          metric | auc | Did you mean pr_auc or roc_auc | roc_auc
          metric | mse | Did you mean mean_squared_error | mean_squared_error
          metric | mae | Did you mean mean_absolute_error | mean_absolute_error
          metric | "accuracy" | leave the quotes out | accuracy
          metric | top_k_accuracy(3) | write k=3 | top_k_accuracy(k=3)
          trainer's metric | top_k_accuracy(3) | write k=3 | top_k_accuracy(k=3)
          """)
  void theAdviceWorks(String kind, String wrong, String advice, String right) {
    NnException e = assertThrows(NnException.class, () -> make(kind, wrong));
    assertTrue(e.getMessage().contains(advice), e.getMessage());
    make(kind, right);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          adam(whatever)     | expected = and a value after whatever
          nothing_known(0.1) | expected an option of nothing_known as key=value
          adam(epsilon=)     | expected a value, found ')'
          """)
  void whereNoOptionFitsNoneIsProposed(String spec, String problem) {
    NnException e = assertThrows(NnException.class, () -> PLUGINS.optimizer(spec));
    assertTrue(e.getMessage().startsWith(problem), e.getMessage());
    assertEquals(-1, e.getMessage().indexOf("; write"), e.getMessage());
  }
}
