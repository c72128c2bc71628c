package dev.nn.core;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.Loss;
import dev.nn.api.Options;
import dev.nn.api.PluginException;
import dev.nn.api.Shape;
import dev.nn.core.layer.ActivationLayer;
import dev.nn.core.plugin.Losing;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.math.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What a file would not keep is refused before anything is trained with it. */
class HiddenStateTest {

  /** Its factor is no option. */
  record Scaled(double factor) implements Loss {
    @Override
    public String name() {
      return "acme.scaled";
    }

    @Override
    public Scaled withOptions(Options complete) {
      return new Scaled(1);
    }

    @Override
    public void value(Matrix prediction, Matrix target, double[] lossPerRow) {
      lossPerRow[0] = factor;
    }

    @Override
    public void gradient(Matrix prediction, Matrix target, Matrix gradient) {
      gradient.fill((float) factor);
    }
  }

  private static final PluginRegistry REGISTRY =
      TestPlugins.registry().with(new Losing(0), new Scaled(1));

  private static Network network(double shift) {
    return Network.of(REGISTRY, Shape.of(2), new ActivationLayer(new Losing(shift)));
  }

  private static Trainer trainer(double factor) {
    return Trainer.builder().registry(REGISTRY).loss(new Scaled(factor)).optimizer("sgd").build();
  }

  private static void assertRefused(String plugin, Executable call) {
    String message = assertThrows(PluginException.class, call).getMessage();
    assertTrue(message.startsWith(plugin + " would not come back from a file as it is"), message);
  }

  @Test
  void aNetworkIsNotBuiltOfIt() {
    assertRefused("activation \"acme.losing\"", () -> network(2));
    assertDoesNotThrow(() -> network(0));
  }

  @Test
  void aTrainerIsNotBuiltOfIt() {
    assertRefused("loss \"acme.scaled\"", () -> trainer(2));
    assertDoesNotThrow(() -> trainer(1));
  }
}
