package com.acme.plugins;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.Kind;
import dev.nn.core.Model;
import dev.nn.core.Network;
import dev.nn.core.Trainer;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.plugin.PluginRegistry;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All plugins of this project at once, found by their names. */
class TrainingTest {
  @TempDir private Path folder;

  @Test
  void aNetworkOfThesePluginsLearnsXorAndComesBackFromItsFile() throws Exception {
    Network network =
        Network.of(
            2,
            "dense(units=8, activation=acme.bump, initializer=acme.signs)",
            "acme.scale",
            "dense(units=8, activation=acme.bent(strength=0.8))",
            "dense(units=1)");
    float[][] inputs = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
    Model model =
        Trainer.builder()
            .loss("acme.pseudo_huber(delta=0.5)")
            .optimizer("acme.heavy_ball(learning_rate=acme.patient(initial=0.05, patience=20))")
            .epochs(600)
            .seed(1)
            .withoutAdvice()
            .build()
            .fit(network, Dataset.regression(inputs, new float[][] {{0}, {1}, {1}, {0}}))
            .model();
    for (int i = 0; i < inputs.length; i++) {
      assertEquals(i == 1 || i == 2 ? 1 : 0, model.predict(inputs[i])[0], 0.1, "case " + i);
    }
    Path file = folder.resolve("xor.safetensors");
    model.save(file);
    assertArrayEquals(model.predict(inputs[1]), Model.load(file).predict(inputs[1]));
  }

  @Test
  void allAreRegistered() {
    PluginRegistry registry = PluginRegistry.load();
    assertEquals(List.of(), registry.faults());
    for (Kind kind : Kind.values()) {
      long ours =
          registry.names(kind).stream().filter(name -> name.startsWith("acme.")).count();
      boolean isPair = kind == Kind.ACTIVATION || kind == Kind.LAYER;
      assertEquals(isPair ? 2 : 1, ours, kind.plural());
    }
    assertTrue(registry.names(Kind.ACTIVATION).contains("relu"), "the built-in ones are there too");
  }
}
