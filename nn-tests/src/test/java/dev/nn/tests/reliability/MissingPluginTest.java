package dev.nn.tests.reliability;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.NnException;
import dev.nn.core.Model;
import dev.nn.core.PluginRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each of our jars with plugins is removed in turn. */
class MissingPluginTest {
  @TempDir private Path folder;

  /** Loads a model and prints what comes of it. */
  static final class Loader {
    private Loader() {}

    public static void main(String[] arguments) throws IOException {
      try {
        Model model = Model.load(Path.of(arguments[0]), PluginRegistry.load());
        System.out.println("loaded " + model.weightsSha256());
      } catch (NnException e) {
        System.out.println(e.getMessage());
      }
    }
  }

  private String load(byte[] model, String withoutJar) throws Exception {
    Path file = Files.write(folder.resolve("model"), model);
    ProcessBuilder child = ChildJvm.of(List.of(), Loader.class.getName(), file.toString());
    List<String> command = child.command();
    int at = command.indexOf("-cp") + 1;
    List<String> places = List.of(command.get(at).split(java.io.File.pathSeparator, -1));
    List<String> kept = places.stream().filter(place -> !place.contains(withoutJar)).toList();
    assertTrue(kept.size() < places.size(), withoutJar + " is not in " + places);
    command.set(at, String.join(java.io.File.pathSeparator, kept));
    return ChildJvm.output(child.start());
  }

  @Test
  void aMissingActivationIsNamedWithTheArtifactToAdd() throws Exception {
    String output = load(Samples.modelOfAtLeast(1 << 10), "nn-activations");
    assertTrue(output.contains("no activation \"tanh\" is installed"), output);
    for (String name : new String[] {"tanh", "softmax"}) {
      assertTrue(
          output
              .replaceAll("nn-activations( \\S+)? when", "nn-activations when")
              .contains(
                  ("The activation \"%s\" came from nn-activations when the model was saved:"
                          + " add that to the class path or module path.")
                      .formatted(name)),
          output);
    }
  }

  @Test
  void predictionNeedsNoInitializersAndNoOptimizers() throws Exception {
    byte[] model = Samples.modelOfAtLeast(1 << 10);
    String sha256 = Model.load(model, Samples.REGISTRY).weightsSha256();
    for (String jar : new String[] {"nn-init", "nn-optim"}) {
      String output = load(model, jar);
      assertTrue(output.contains("loaded " + sha256), output);
    }
  }

  @Test
  void anUnknownLayerIsNamedWithWhatWasMeantAndWhereItCameFrom() throws Exception {
    byte[] model =
        FileSurgery.withHeader(
            Samples.modelOfAtLeast(1 << 10),
            header ->
                header
                    .replace("[dense(", "[acme.dense(")
                    .replace(
                        "[\\\"layer\\\",\\\"dense\\\"",
                        "[\\\"layer\\\",\\\"acme.dense\\\",\\\"acme-layers 1.2\\\"],"
                            + "[\\\"layer\\\",\\\"dense\\\""));
    String output = load(model, "nn-optim");
    assertTrue(output.contains("no layer \"acme.dense\" is installed"), output);
    assertTrue(output.contains("The layer \"acme.dense\" came from acme-layers 1.2 when"), output);
  }
}
