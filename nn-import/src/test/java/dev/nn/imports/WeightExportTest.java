package dev.nn.imports;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.nn.core.Model;
import dev.nn.core.Network;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Weights go out, come back the same, and do in PyTorch what they do here. */
class WeightExportTest {
  private static final String DENSE =
      "dense(units=4, activation=tanh, bias_initializer=normal), dense(units=2, bias_initializer=normal)";
  private static final float[] ROW = {0.5f, -1, 2};

  @TempDir private Path folder;

  @Test
  void weightsComeBackAsTheyWere() throws IOException {
    Model model = Model.initial(Network.of(3, DENSE), 5);
    Path npz = folder.resolve("a.npz");
    WeightExport.npz(model, npz);
    assertEquals(model.weightsSha256(), ModelImport.read(npz, DENSE).weightsSha256());
    String more = DENSE + ", batch_normalization, layer_normalization, prelu";
    Model deep = Model.initial(Network.of(3, more), 6);
    Path torch = folder.resolve("a.pt");
    WeightExport.torch(deep, torch);
    assertEquals(deep.weightsSha256(), ModelImport.read(torch, more).weightsSha256());
  }

  @Test
  void layersWithoutAPlaceThereAreRefused() {
    Model model = Model.initial(Network.of(3, DENSE + ", batch_normalization"), 5);
    ImportException e =
        assertThrows(ImportException.class, () -> WeightExport.npz(model, folder.resolve("b.npz")));
    assertTrue(
        String.valueOf(e.getMessage())
            .endsWith(
                "was not written: layer 2 is batch_normalization, whose weights have no place in an"
                    + " MLP of scikit-learn; its ONNX file may do (./nn export)"),
        e.getMessage());
  }

  @Test
  void pyTorchPredictsTheSame() throws Exception {
    assumeTrue(
        python("import torch").endsWith("status 0"),
        "there is no torch (Debian: apt install python3-torch)");
    Model model = Model.initial(Network.of(3, DENSE), 5);
    Path file = folder.resolve("a.pt");
    WeightExport.torch(model, file);
    String output =
        python(
            "import torch; n=torch.nn; net=n.Sequential(n.Linear(3,4), n.Tanh(), n.Linear(4,2));"
                + "net.load_state_dict(torch.load('%s')); print(*net(torch.tensor([0.5,-1,2])).tolist())"
                    .formatted(file));
    String[] numbers = output.lines().findFirst().orElse("").split(" ");
    float[] theirs = {Float.parseFloat(numbers[0]), Float.parseFloat(numbers[1])};
    assertArrayEquals(theirs, model.predict(ROW), 1e-6f, output);
  }

  private static String python(String program) throws Exception {
    try {
      Process process =
          new ProcessBuilder("/usr/bin/python3", "-c", program).redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return String.format(Locale.ROOT, "%sstatus %d", output, process.waitFor());
    } catch (IOException e) {
      return "status none";
    }
  }
}
