package dev.nn.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.core.Model;
import dev.nn.core.Network;
import dev.nn.core.plugin.PluginRegistry;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ImportTest {
  private static final PluginRegistry REGISTRY = PluginRegistry.load();

  @Test
  void exportImportExportIsAFixedPoint() {
    roundTrips(150);
  }

  @Test
  @Tag("exhaustive")
  void exportImportExportIsAFixedPointOfManyNetworks() {
    roundTrips(5000);
  }

  private static void roundTrips(int networks) {
    int rewritten = 0;
    for (int seed = 0; seed < networks; seed++) {
      RandomNetworks random = new RandomNetworks(seed);
      Model model = random.next();
      byte[] once = OnnxExport.of(model).toBytes();
      Model back = OnnxImport.read(once, REGISTRY);
      String both = "seed " + seed + ": " + model.network() + " and " + back.network();
      byte[] twice = OnnxExport.of(back).toBytes();
      if (hasGate(model) && !Arrays.equals(once, twice)) {
        rewritten++;
      } else {
        assertArrayEquals(once, twice, both);
      }
      assertArrayEquals(twice, OnnxExport.of(OnnxImport.read(twice, REGISTRY)).toBytes(), both);
      float[][] rows = random.rows(model, 5);
      for (float[] row : rows) {
        assertArrayEquals(model.predict(row), back.predict(row), 2e-6f, both);
      }
    }
    assertTrue(rewritten <= networks / 100, rewritten + " came back as other layers");
  }

  /** A product of branches can be an activation written out, x·hard_sigmoid(x), and becomes it. */
  private static boolean hasGate(Model model) {
    return model.network().toString().contains("join=multiply");
  }

  @Test
  void everyActivationComesBackWithItsOptions() {
    for (String activation : RandomNetworks.activations()) {
      Model model =
          Model.initial(Network.of(3, "dense(units=4, activation=" + activation + ")"), 1);
      Model back = OnnxImport.read(OnnxExport.of(model).toBytes(), REGISTRY);
      if (!activation.equals("relu(threshold=0.5)")) { // the same as threshold(threshold=0.5)
        assertEquals(model.network(), back.network());
      }
      assertEquals(model.weightsSha256(), back.weightsSha256());
    }
  }
}
