package dev.nn.examples.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.nn.api.Shape;
import dev.nn.core.Model;
import dev.nn.core.Network;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.examples.Console;
import dev.nn.examples.Console.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavingTest {
  @TempDir private Path folder;

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private List<Path> checkpoints() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("c"))) {
      return files.filter(file -> !file.endsWith(".nn.lock")).sorted().toList();
    }
  }

  private static String accuracy(Run run) {
    return run.lines().stream().filter(l -> l.startsWith("test accuracy")).findFirst().orElse("");
  }

  @Test
  void aSavedModelReadsTheSameUnseenDigits() {
    Run trained = Console.nn("digits", "--epochs", "1", "--seed", "5", "--save", path("m"));
    assertEquals(0, trained.status(), trained.err());
    assertTrue(trained.lines().contains("saved to " + path("m")), trained.out());
    Run evaluated = Console.nn("evaluate", "--model", path("m"));
    assertEquals(0, evaluated.status(), evaluated.err());
    assertTrue(accuracy(trained).startsWith("test accuracy 0."), trained.out());
    assertEquals(accuracy(trained), accuracy(evaluated));
    assertEquals(trained.lastLine(), evaluated.lastLine());
  }

  @Test
  void theFileToEvaluateMayStandAlone() {
    Run trained = Console.nn("digits", "--epochs", "1", "--seed", "5", "--save", path("m"));
    Run evaluated = Console.nn("evaluate", path("m"));
    assertEquals(0, evaluated.status(), evaluated.err());
    assertEquals(trained.lastLine(), evaluated.lastLine());
    Run none = Console.nn("evaluate");
    assertEquals(2, none.status());
    assertTrue(none.err().contains("FILE"), none.err());
    assertEquals(2, Console.nn("evaluate", path("m"), "--model", path("m")).status());
  }

  @Test
  void aCheckpointIsEvaluatedWithTheWeightsOfItsMoment() throws IOException {
    Run trained = Console.nn("digits", "--epochs", "2", "--seed", "5", "--checkpoint", path("c"));
    Run first = Console.nn("evaluate", checkpoints().get(0).toString());
    Run second = Console.nn("evaluate", checkpoints().get(1).toString());
    assertEquals(0, first.status(), first.err());
    assertTrue(
        first.lines().contains("359 digits, which \"nn digits --seed 5\" keeps aside"),
        first.out());
    assertTrue(first.out().contains("weights sha256 "), first.out());
    assertFalse(first.lastLine().equals(trained.lastLine()), first.out());
    assertEquals(accuracy(trained), accuracy(second));
    assertEquals(trained.lastLine(), second.lastLine());
  }

  @Test
  void ofDigitsThatAModelMayHaveLearntItIsSaidWhatIsKnown() throws IOException {
    Console.nn("digits", "--epochs", "1", "--seed", "5", "--save", path("m"));
    Run other = Console.nn("evaluate", path("m"), "--seed", "6");
    assertEquals(
        "359 digits, which \"nn digits --seed 6\" keeps aside; it was trained with seed 5 and may"
            + " have learnt from most of them",
        other.lines().get(0));
    PluginRegistry registry = PluginRegistry.load();
    Network network = Network.of(registry, Shape.of(64), "dense(units=10, activation=softmax)");
    Model.initial(network, 5).save(folder.resolve("untrained"));
    Run untrained = Console.nn("evaluate", path("untrained"));
    assertEquals(
        "359 digits, which \"nn digits --seed 0\" keeps aside; its file does not say how it was"
            + " trained",
        untrained.lines().get(0));
  }

  @Test
  void aModelIsInspected() throws IOException {
    Console.nn("digits", "--epochs", "1", "--save", path("m"));
    Run run = Console.nn("inspect", path("m"));
    assertEquals(0, run.status(), run.err());
    for (String line :
        List.of(
            "│ kind           │ model +│",
            "│ size           │ 78,\\d{3} bytes +│",
            "│ checksum       │ holds: [0-9a-f]{16}… +│",
            "│ predicts       │ 10 classes: 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 +│",
            "│ seed           │ 0 +│",
            "│ trained        │ 1 epoch, 41 steps +│",
            "│ loss           │ categorical_crossentropy +│",
            "│ optimizer      │ adam\\(learning_rate=0.003\\) +│",
            "│ total +│ +│ +19,210 │",
            "│ nn-activations[^│]* │ activation  │ relu, softmax +│",
            "│ nn-core[^│]* │ layer       │ dense, dropout +│",
            "│ 0.dense.kernel │ F32  │ 64 × 256 │ 65,536 │",
            "│ total +│ +│ +│ 76,840 │")) {
      assertTrue(run.lines().stream().anyMatch(l -> l.matches(line)), line + "\n" + run.out());
    }
    assertTrue(run.lines().stream().allMatch(l -> l.length() <= 80), run.out());
  }

  @Test
  void aCheckpointIsInspected() throws IOException {
    Console.nn("xor", "--epochs", "1", "--checkpoint", path("c"));
    Run run = Console.nn("inspect", checkpoints().get(0).toString());
    assertEquals(0, run.status(), run.err());
    assertTrue(run.lines().stream().anyMatch(l -> l.matches("│ kind +│ checkpoint +│")), run.out());
    assertTrue(run.out().contains("training.last_good"), run.out());
  }

  @Test
  void aDamagedFileIsRefusedWithOneLine() throws IOException {
    Console.nn("xor", "--epochs", "1", "--save", path("m"));
    byte[] bytes = Files.readAllBytes(folder.resolve("m"));
    bytes[bytes.length - 1] ^= 1;
    Files.write(folder.resolve("m"), bytes);
    Run run = Console.nn("inspect", path("m"));
    assertEquals(1, run.status());
    assertEquals("", run.out());
    assertEquals(
        List.of(
            "nn inspect: "
                + path("m")
                + ", byte 8: the checksum does not hold: the file was changed or damaged after it"
                + " was written; copy or save it again"),
        run.err().lines().toList());
  }

  @Test
  void aMissingFileIsNamed() {
    Run run = Console.nn("inspect", path("none"));
    assertEquals(1, run.status());
    assertEquals("nn inspect: no such file: " + path("none"), run.err().strip());
  }

  @Test
  void aResumedRunEndsWhereAnUninterruptedOneDoes() throws IOException {
    Run whole = Console.nn("digits", "--epochs", "3");
    Console.nn("digits", "--epochs", "2", "--checkpoint", path("c"));
    assertEquals(2, checkpoints().size());
    Run resumed = Console.nn("digits", "--epochs", "3", "--checkpoint", path("c"), "--resume");
    assertEquals(0, resumed.status(), resumed.err());
    assertEquals(
        "resuming in epoch 2, after step 82", resumed.err().lines().findFirst().orElse(""));
    assertFalse(resumed.err().contains("epoch 1/3"), resumed.err());
    assertEquals(whole.lastLine(), resumed.lastLine());
    assertEquals(3, checkpoints().size());
  }

  @Test
  void aRunResumesInTheMiddleOfAnEpoch() throws IOException {
    Run whole = Console.nn("xor", "--epochs", "100");
    Console.nn("xor", "--epochs", "100", "--checkpoint", path("c"), "--checkpoint-steps", "13");
    for (Path newer : checkpoints().subList(1, 3)) {
      Files.delete(newer);
    }
    Run resumed = Console.nn("xor", "--epochs", "100", "--checkpoint", path("c"), "--resume");
    assertEquals(
        "resuming in epoch 91, after step 364", resumed.err().lines().findFirst().orElse(""));
    assertEquals(whole.lastLine(), resumed.lastLine());
  }

  @Test
  void ofAFolderItIsSaidWhatToNameInIt() throws IOException {
    Console.nn("xor", "--epochs", "2", "--checkpoint", path("c"));
    for (String command : List.of("inspect", "evaluate")) {
      Run run = Console.nn(command, path("c"));
      assertEquals(1, run.status());
      assertEquals(
          "nn %s: %s is a folder; name a file in it, such as the newest checkpoint: %s"
              .formatted(command, path("c"), checkpoints().get(1)),
          run.err().strip());
    }
  }

  @Test
  void whatIsDoneAlreadyIsSaid() throws IOException {
    Run whole = Console.nn("xor", "--epochs", "3", "--checkpoint", path("c"));
    for (String epochs : List.of("2", "3")) {
      Run resumed = Console.nn("xor", "--epochs", epochs, "--checkpoint", path("c"), "--resume");
      assertEquals(
          List.of(
              "resuming in epoch 3, after step 12",
              "nothing is left to do: 3 epochs are finished, and --epochs is " + epochs),
          resumed.err().lines().toList());
      assertEquals(whole.lastLine(), resumed.lastLine());
    }
    assertEquals(3, checkpoints().size());
  }

  @Test
  void anEmptyNameIsRefused() {
    Run checkpoint = Console.nn("xor", "--epochs", "1", "--checkpoint", "");
    assertEquals(2, checkpoint.status());
    assertTrue(
        checkpoint
            .err()
            .startsWith("nn xor: --checkpoint needs the name of a folder; . is the current one"),
        checkpoint.err());
    Run save = Console.nn("xor", "--epochs", "1", "--save", "");
    assertEquals(2, save.status());
    assertTrue(save.err().startsWith("nn xor: --save needs the name of a file"), save.err());
  }

  @Test
  void withoutACheckpointTheRunStarts() {
    Run whole = Console.nn("xor", "--epochs", "10");
    Run resumed = Console.nn("xor", "--epochs", "10", "--checkpoint", path("c"), "--resume");
    assertEquals(whole.lastLine(), resumed.lastLine());
  }

  @Test
  void manyEpochsGiveAHundredCheckpointsOfWhichThreeStay() throws IOException {
    Console.nn("xor", "--epochs", "400", "--checkpoint", path("c"));
    assertEquals(
        List.of("000000001568", "000000001584", "000000001600"),
        checkpoints().stream().map(p -> p.getFileName().toString().substring(11, 23)).toList());
  }

  @Test
  void otherSettingsDoNotResume() {
    Console.nn("xor", "--epochs", "1", "--checkpoint", path("c"));
    Run seed =
        Console.nn("xor", "--epochs", "2", "--seed", "1", "--checkpoint", path("c"), "--resume");
    assertEquals(1, seed.status());
    assertTrue(seed.err().contains("the state was made with other settings"), seed.err());
    assertTrue(seed.err().contains("give the run the settings that it was started"), seed.err());
    assertTrue(seed.err().contains("the run in " + path("c") + " cannot go on: "), seed.err());
    Run network = Console.nn("xor", "--activation", "relu", "--checkpoint", path("c"), "--resume");
    assertEquals(1, network.status());
    assertTrue(network.err().contains("are of another network"), network.err());
    assertTrue(network.err().contains("or choose an empty folder"), network.err());
    assertTrue(
        network
            .err()
            .lines()
            .toList()
            .contains("  dense(activation=relu, units=4), dense(activation=sigmoid, units=1)"),
        network.err());
  }

  @Test
  void whatAnEarlierRunLeftIsNotMixedUpWithANewOne() {
    Console.nn("xor", "--epochs", "1", "--checkpoint", path("c"));
    Run again = Console.nn("xor", "--epochs", "2", "--checkpoint", path("c"));
    assertEquals(1, again.status());
    assertTrue(again.err().contains("resume it (Trainer.resume, or nn … --resume)"), again.err());
  }

  @Test
  void aFileThatIsNoModelIsNotOverwritten() throws IOException {
    Files.writeString(folder.resolve("notes.md"), "mine");
    Run run = Console.nn("xor", "--epochs", "1", "--save", path("notes.md"));
    assertEquals(2, run.status());
    assertTrue(
        run.err().contains("--save: " + path("notes.md") + " is no model that can be read"),
        run.err());
    assertEquals("mine", Files.readString(folder.resolve("notes.md")));
  }

  @Test
  void anOlderModelIsReplaced() throws IOException {
    Files.createFile(folder.resolve("m"));
    Console.nn("xor", "--epochs", "1", "--save", path("m"));
    byte[] first = Files.readAllBytes(folder.resolve("m"));
    Run run = Console.nn("xor", "--epochs", "1", "--seed", "1", "--save", path("m"));
    assertTrue(run.lines().contains("saved to " + path("m")), run.out() + run.err());
    assertFalse(Arrays.equals(first, Files.readAllBytes(folder.resolve("m"))));
  }

  @Test
  void resumingNeedsAFolder() {
    Run run = Console.nn("xor", "--resume");
    assertEquals(2, run.status());
    assertTrue(run.err().startsWith("nn xor: --resume needs --checkpoint FOLDER"), run.err());
  }

  @Test
  void whereAModelCannotBeSavedIsSaidBeforeTheTraining() {
    Run run = Console.nn("digits", "--save", folder.resolve("none").resolve("m").toString());
    assertEquals(2, run.status());
    assertTrue(run.err().startsWith("nn digits: --save: there is no folder"), run.err());
    assertEquals("", run.out());
  }

  private void refused(Path target, String why) {
    Run run = Console.nn("digits", "--save", target.toString());
    assertEquals(2, run.status(), run.out());
    assertEquals("nn digits: --save: " + why, run.err().lines().findFirst().orElse(""));
    assertEquals("", run.out());
  }

  @Test
  void whatAModelCannotTakeThePlaceOfIsSaidBeforeTheTraining() throws IOException {
    refused(folder, folder + " is a folder, not a file");
    Path dangling = Files.createSymbolicLink(folder.resolve("dangling"), Path.of("missing"));
    refused(dangling, dangling + " is a link to nothing; delete it, or name another file");
    Path device = Path.of("/dev/null");
    assumeTrue(Files.exists(device) && !Files.isRegularFile(device), "there is no such device");
    refused(device, device + " is a device or a pipe; name a file");
  }

  @Test
  void aFolderWithoutPermissionIsSaidBeforeTheTraining() throws IOException {
    assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"));
    Path closed = Files.createDirectory(folder.resolve("closed"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), closed.resolve("m"));
    Files.write(closed.resolve("m"), new byte[1]);
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("r-x------"));
    assumeTrue(!Files.isWritable(closed), "root may do everything");
    String why = "no permission to write in " + closed.toRealPath() + "; name a file elsewhere";
    refused(closed.resolve("m"), why);
    refused(link, why);
    Run run = Console.nn("xor", "--epochs", "1", "--checkpoint", closed.toString());
    assertEquals(1, run.status(), run.out());
    assertEquals("nn xor: no permission: " + closed.toRealPath(), run.err().strip());
  }
}
