package dev.nn.tests.reliability.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.NnException;
import dev.nn.api.PluginException;
import dev.nn.core.Model;
import dev.nn.core.SavedFile;
import dev.nn.core.Trainer;
import dev.nn.core.TrainingSession;
import dev.nn.core.TrainingState;
import dev.nn.core.training.Checkpoints;
import dev.nn.tests.reliability.Samples;
import dev.nn.tests.reliability.process.ChildJvm;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each of our jars with plugins is removed in turn. */
class MissingPluginTest {
  @TempDir private Path folder;

  /** Does something with a file or a folder of checkpoints and prints what comes of it. */
  static final class Loader {
    private Loader() {}

    public static void main(String[] arguments) throws IOException {
      Path path = Path.of(arguments[1]);
      try {
        System.out.println("loaded " + read(arguments[0], path).weightsSha256());
      } catch (NnException e) {
        System.out.println(e.getMessage());
      }
    }

    private static Model read(String what, Path path) throws IOException {
      return switch (what) {
        case "model" -> Model.load(path, Samples.REGISTRY);
        case "checkpoint" -> TrainingState.load(path, Samples.REGISTRY).model();
        case "resume" -> {
          TrainingState state = TrainingState.newest(path, Samples.REGISTRY).orElseThrow();
          Trainer trainer =
              Samples.trainer("adam(learning_rate=cosine_decay)")
                  .checkpoints(Checkpoints.in(path))
                  .build();
          try (TrainingSession session = trainer.start(state, Samples.points())) {
            yield session.run().model();
          }
        }
        default -> throw new IllegalArgumentException(what);
      };
    }
  }

  private static String output(String withoutJar, String mainClass, String... arguments)
      throws Exception {
    ProcessBuilder child = ChildJvm.of(List.of(), mainClass, arguments);
    List<String> command = child.command();
    int at = command.indexOf("-cp") + 1;
    List<String> places = List.of(command.get(at).split(File.pathSeparator, -1));
    List<String> kept = places.stream().filter(place -> !place.contains(withoutJar)).toList();
    assertTrue(kept.size() < places.size(), withoutJar + " is not in " + places);
    command.set(at, String.join(File.pathSeparator, kept));
    return ChildJvm.output(child.start())
        .replaceAll("came from (nn-[a-z]+)( \\S+)? when", "came from $1 when");
  }

  private static String read(String what, Path path, String withoutJar) throws Exception {
    return output(withoutJar, Loader.class.getName(), what, path.toString());
  }

  private String load(byte[] model, String withoutJar) throws Exception {
    return read("model", Files.write(folder.resolve("model"), model), withoutJar);
  }

  /** A run that is written to a folder in its third epoch. */
  private Path checkpoints(String optimizer) {
    Path runs = folder.resolve("runs");
    Trainer trainer =
        Samples.trainer(optimizer).epochs(2).checkpoints(Checkpoints.in(runs)).build();
    trainer.fit(Samples.network(4), Samples.points());
    return runs;
  }

  @Test
  void aMissingActivationIsNamedWithTheArtifactToAdd() throws Exception {
    String output = load(Samples.modelOfAtLeast(1 << 10), "nn-activations");
    assertTrue(output.contains("no activation \"tanh\" is installed"), output);
    for (String name : new String[] {"tanh", "softmax"}) {
      assertTrue(output.contains(advice("activation", name, "nn-activations", "model")), output);
    }
  }

  private static String advice(String kind, String name, String artifact, String saved) {
    return "\nThe %s \"%s\" came from %s when the %s was saved: add that to the class path or module path; to an image of jlink with --add-modules."
        .formatted(kind, name, artifact, saved);
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

  /** The optimizer is missing when the trainer is made, before any file is looked at. */
  @Test
  void whoResumesIsToldWhereTheCheckpointsHadTheirOptimizerFrom() throws Exception {
    Path runs = checkpoints("adam(learning_rate=cosine_decay)");
    String whole = read("resume", runs, "nn-init");
    assertTrue(whole.contains("loaded "), whole);
    String output = read("resume", runs, "nn-optim");
    assertTrue(output.contains("no optimizer \"adam\" is installed"), output);
    for (String[] plugin : new String[][] {{"optimizer", "adam"}, {"schedule", "cosine_decay"}}) {
      assertTrue(
          output.contains(advice(plugin[0], plugin[1], "nn-optim", "checkpoint in " + runs)),
          output);
    }
    String activations = read("resume", runs, "nn-activations");
    assertTrue(
        activations.contains(advice("activation", "tanh", "nn-activations", "model")), activations);
  }

  @Test
  void soIsWhoResumesACommand() throws Exception {
    String runs = folder.resolve("xor").toString();
    String[] command = {"xor", "--epochs", "2", "--checkpoint", runs, "--resume"};
    ChildJvm.output(ChildJvm.of(List.of(), "dev.nn.examples.Main", command).start());
    String output = output("nn-optim", "dev.nn.examples.Main", command);
    assertTrue(
        output.contains(advice("optimizer", "sgd", "nn-optim", "checkpoint in " + runs)), output);
    assertTrue(output.endsWith("status 2"), output);
  }

  /** A model is had from a checkpoint, which needs no optimizer. */
  @Test
  void theModelOfACheckpointNeedsNoOptimizer() throws Exception {
    Path runs = checkpoints("adam");
    Path newest = runs.resolve("checkpoint-000000000006.safetensors");
    String sha256 = TrainingState.load(newest, Samples.REGISTRY).model().weightsSha256();
    for (String jar : new String[] {"nn-init", "nn-optim"}) {
      String output = read("checkpoint", newest, jar);
      assertTrue(output.contains("loaded " + sha256), output);
    }
  }

  @Test
  void whatAFileHoldsIsShownWithoutItsPlugins() throws Exception {
    Path newest = checkpoints("adam").resolve("checkpoint-000000000006.safetensors");
    for (String jar : new String[] {"nn-activations", "nn-init", "nn-optim"}) {
      String output = output(jar, "dev.nn.examples.Main", "inspect", newest.toString());
      assertTrue(output.contains("training.slot.1"), output);
      assertTrue(
          output.matches("(?s).*\\Rnot installed here: \\w+ \\w+, from " + jar + "\\b.*"), output);
      assertTrue(output.endsWith("status 0"), output);
    }
  }

  /** With whatever there is instead the run could not go on: that alone would not help. */
  @Test
  void aTrainerWithAnotherLossIsToldWhatTheStateNeeds() throws Exception {
    byte[] changed =
        FileSurgery.withHeader(
            Samples.checkpoint(folder),
            header ->
                header
                    .replace("categorical_crossentropy", "acme.loss")
                    .replaceAll(
                        "(\\[\\\\\"loss\\\\\",\\\\\"acme.loss\\\\\",\\\\\")[^\\\\]*",
                        "$1acme-losses 1.2"));
    TrainingState state = Samples.state(changed, folder.resolve("state"));
    Trainer trainer = Samples.trainer("adam").build();
    PluginException e =
        assertThrows(PluginException.class, () -> trainer.start(state, Samples.points()));
    assertEquals(
        "the state only goes on with what it was made with, and that is not installed:"
            + advice("loss", "acme.loss", "acme-losses 1.2", "checkpoint"),
        e.getMessage());
  }

  @Test
  void aModelAndACheckpointNameAllPluginsOfTheirTraining() throws IOException {
    Path runs = checkpoints("adam(learning_rate=cosine_decay)");
    Path model = folder.resolve("trained");
    Path checkpoint = runs.resolve("checkpoint-000000000006.safetensors");
    TrainingState.load(checkpoint, Samples.REGISTRY).model().save(model);
    for (Path file : new Path[] {model, checkpoint}) {
      assertEquals(
          List.of(
              "layer dense",
              "activation tanh",
              "initializer xavier_normal",
              "initializer zeros",
              "activation softmax",
              "loss categorical_crossentropy",
              "optimizer adam",
              "schedule cosine_decay"),
          SavedFile.read(file).plugins().stream()
              .peek(plugin -> assertFalse(plugin.artifact().isBlank(), plugin.toString()))
              .map(plugin -> plugin.kind() + " " + plugin.name())
              .toList());
    }
  }
}
