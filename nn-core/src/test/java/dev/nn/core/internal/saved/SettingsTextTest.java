package dev.nn.core.internal.saved;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nn.api.NnException;
import dev.nn.api.Shape;
import dev.nn.api.Spec;
import dev.nn.core.Network;
import dev.nn.core.TestPlugins;
import dev.nn.core.Trainer;
import dev.nn.core.TrainerBuilder;
import dev.nn.core.TrainingSession;
import dev.nn.core.TrainingState;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.plugin.PluginRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          batch_size=32, seed=1 | batch_size=64, seed=1 | batch size: then 32, now 64
          clip_norm=none        | global_clip_norm=1    | global clip norm: then none, now 1
          optimizer=adam(beta_1=0.9, learning_rate=0.003) \
                                | optimizer=adam(beta_1=0.9, learning_rate=0.001) \
                                | optimizer: then adam(learning_rate=0.003), now adam(learning_rate=0.001)
          optimizer=sgd(learning_rate=decay(from=1, to=0)) \
                                | optimizer=sgd(learning_rate=decay(from=2, to=0)) \
                                | optimizer: then sgd(learning_rate=decay(from=1)), now sgd(learning_rate=decay(from=2))
          optimizer=sgd(learning_rate=0.1) \
                                | optimizer=adam(learning_rate=0.1) \
                                | optimizer: then sgd(learning_rate=0.1), now adam(learning_rate=0.1)
          """)
  void whatDiffersIsShownWithoutTheRest(String then, String now, String difference) {
    assertEquals(
        difference,
        SettingsText.difference(
            Spec.parse("training(" + then + ")"), Spec.parse("training(" + now + ")")));
  }

  @Test
  void aFlagThatAnOlderTextDoesNotHaveYetCountsAsOff() {
    String then = "training(optimizer=adam(beta_1=0.9))";
    SettingsText.check(
        then, "training(optimizer=adam(beta_1=0.9, coupled_decay=false, momentum_decay=none))");
    NnException e =
        assertThrows(
            NnException.class,
            () ->
                SettingsText.check(
                    then, "training(optimizer=adam(beta_1=0.9, coupled_decay=true))"));
    assertEquals(
        "optimizer: then adam(coupled_decay=none), now adam(coupled_decay=true)",
        String.valueOf(e.getMessage()).lines().toList().get(1));
  }

  @Test
  void aRefusedResumeShowsEachSettingThatDiffers() {
    PluginRegistry registry = TestPlugins.registry();
    Network network = Network.of(registry, Shape.of(1), "dense(units=1)");
    Dataset data = Dataset.regression(new float[][] {{1}, {2}}, new float[] {1, 2});
    TrainerBuilder builder =
        Trainer.builder()
            .registry(registry)
            .loss("mean_squared_error")
            .optimizer("sgd(learning_rate=0.5)")
            .seed(1);
    TrainingState state;
    try (TrainingSession session = builder.build().start(network, data)) {
      session.run();
      state = session.state();
    }
    Trainer other = builder.optimizer("sgd(learning_rate=0.25)").seed(2).build();
    assertEquals(
        "the state was made with other settings:\n"
            + "optimizer: then sgd(learning_rate=0.5), now sgd(learning_rate=0.25)\n"
            + "seed: then 1, now 2\n"
            + "give the run the settings that it was started with, or start a new one",
        assertThrows(NnException.class, () -> other.start(state, data)).getMessage());
  }
}
