package dev.nn.examples.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.core.Model;
import dev.nn.core.Network;
import dev.nn.core.Trainer;
import dev.nn.core.dataset.Dataset;
import dev.nn.examples.Console;
import dev.nn.examples.Console.Run;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateCommandTest {
  private static final int SIDE = 28;
  private static final int PIXELS = SIDE * SIDE;
  private static final String OUTPUT = "dense(units=10, activation=softmax)";

  @TempDir private Path folder;

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private static String accuracy(Run run) {
    return run.lines().stream()
        .filter(line -> line.startsWith("test accuracy "))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aModelOfXorIsTestedOnTheTruthTable() {
    Run trained = Console.nn("xor", "--threads", "1", "--save", path("m"));
    Run run = Console.nn("evaluate", path("m"));
    assertEquals(0, run.status(), run.err());
    assertEquals(
        List.of(
            "4 rows of the truth table, all of which \"nn xor\" learns",
            "test accuracy 1.0000",
            trained.lastLine()),
        run.lines());
    assertEquals(run.lines().subList(1, 3), Console.nn("evaluate", path("m"), "--quiet").lines());
    assertEquals(
        "{\"test_accuracy\":1.0,\"weights_sha256\":\"%s\"}"
            .formatted(trained.lastLine().replace("weights sha256 ", "")),
        Console.nn("evaluate", path("m"), "--json").lastLine());
  }

  /** Two of four: as good as tossing a coin. */
  @Test
  void aModelOfXorThatAlwaysSaysYesIsRightHalfOfTheTime() throws IOException {
    Network network = Network.of(2, "dense(units=1, activation=sigmoid)");
    float[] bias = {1};
    Model yes = Model.of(network, Map.of("0.dense.kernel", new float[2], "0.dense.bias", bias));
    yes.save(folder.resolve("yes"));
    assertEquals("test accuracy 0.5000", accuracy(Console.nn("evaluate", path("yes"))));
  }

  @Test
  void aModelOfMnistIsTestedOnItsTestSet() throws IOException {
    writeMnist();
    Run trained = Console.nn("mnist", "--data", path(""), "--epochs", "5", "--save", path("m"));
    assertEquals(0, trained.status(), trained.err());
    assertEquals("test accuracy 1.0000", accuracy(trained));
    Run run = Console.nn("evaluate", path("m"), "--data", path(""));
    assertEquals(0, run.status(), run.err());
    assertEquals(
        List.of(
            "20 pictures, the test set in " + path(""), "test accuracy 1.0000", trained.lastLine()),
        run.lines());
  }

  @Test
  void ofAModelOfMnistItIsSaidThatItsFilesAreNeeded() throws IOException {
    Model.initial(Network.of(PIXELS, OUTPUT), 0).save(folder.resolve("m"));
    Run run = Console.nn("evaluate", path("m"));
    assertEquals(1, run.status(), run.out());
    assertEquals(
        "nn evaluate: "
            + path("m")
            + " takes examples of shape (784) and predicts 10 numbers, and no examples for it are"
            + " bundled: those of \"nn digits\" have the shape (64) and 10 classes: 0, 1, 2, 3, 4,"
            + " 5, 6, 7, 8, 9, those of \"nn xor\" the shape (2) and yes or no. For a model of \"nn"
            + " mnist\" add --data FOLDER, the folder with the files of MNIST",
        run.err().strip());
  }

  @Test
  void picturesOfAnotherSizeAreRefused() throws IOException {
    writeMnist();
    Model.initial(Network.of(64, OUTPUT), 0).save(folder.resolve("m"));
    Run run = Console.nn("evaluate", path("m"), "--data", path(""));
    assertEquals(1, run.status(), run.out());
    assertTrue(run.err().contains("takes examples of shape (64)"), run.err());
    assertTrue(run.err().contains("have the shape (784)"), run.err());
  }

  /** Two features and a yes or no, as xor has. */
  @Test
  void aModelThatKnowsItsColumnsIsNotTakenForOneOfXor() throws IOException {
    Dataset named =
        Dataset.binary(new float[][] {{0, 1}, {1, 0}}, new int[] {0, 1})
            .withFeatureNames("age", "height");
    trained(named).save(folder.resolve("m"));
    Run run = Console.nn("evaluate", path("m"));
    assertEquals(1, run.status(), run.out());
    assertEquals(
        "nn evaluate: %s was trained with the columns of a table: \"nn evaluate %s TABLE\" tests it on the rows of one"
            .formatted(path("m"), path("m")),
        run.err().strip());
  }

  @Test
  void aModelWithOtherWordsForYesAndNoIsNotTakenForOneOfXor() throws IOException {
    float[][] features = {{0, 1}, {1, 0}};
    trained(Dataset.binary(features, new int[] {0, 1}, "benign", "malignant"))
        .save(folder.resolve("m"));
    Run run = Console.nn("evaluate", path("m"));
    assertEquals(1, run.status(), run.out());
    assertTrue(run.err().contains("benign = 0, malignant = 1"), run.err());
  }

  @Test
  void aSeedIsRefusedWhereNothingWasDivided() throws IOException {
    writeMnist();
    Console.nn("xor", "--epochs", "1", "--save", path("m"));
    Run xor = Console.nn("evaluate", path("m"), "--seed", "1");
    assertEquals(2, xor.status());
    assertTrue(xor.err().contains("leave it out for a model of xor"), xor.err());
    Run mnist = Console.nn("evaluate", path("m"), "--seed", "1", "--data", path(""));
    assertEquals(2, mnist.status());
    assertTrue(mnist.err().contains("leave it out with --data"), mnist.err());
  }

  @Test
  void aMissingFolderIsSaidToBeMissing() {
    Console.nn("xor", "--epochs", "1", "--save", path("m"));
    Run run = Console.nn("evaluate", path("m"), "--data", path("nothing"));
    assertEquals(2, run.status());
    assertTrue(run.err().contains("--data: there is no folder " + path("nothing")), run.err());
  }

  private static Model trained(Dataset data) {
    Trainer trainer =
        Trainer.builder().loss("binary_crossentropy").optimizer("sgd").epochs(1).build();
    return trainer.fit(Network.of(2, "dense(units=1, activation=sigmoid)"), data).model();
  }

  /** Pictures that show their class as a bright line, 12 × 20 to learn from and 20 for the test. */
  private void writeMnist() throws IOException {
    writeImages("train", 240);
    writeImages("t10k", 20);
  }

  private void writeImages(String part, int count) throws IOException {
    ByteArrayOutputStream images = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(images);
    for (int header : new int[] {0x803, count, SIDE, SIDE}) {
      out.writeInt(header);
    }
    ByteArrayOutputStream labels = new ByteArrayOutputStream();
    DataOutputStream labelsOut = new DataOutputStream(labels);
    labelsOut.writeInt(0x801);
    labelsOut.writeInt(count);
    for (int i = 0; i < count; i++) {
      labelsOut.write(i % 10);
      byte[] picture = new byte[PIXELS];
      Arrays.fill(picture, i % 10 * SIDE, (i % 10 + 1) * SIDE, (byte) 255);
      out.write(picture);
    }
    Files.write(folder.resolve(part + "-images-idx3-ubyte"), images.toByteArray());
    Files.write(folder.resolve(part + "-labels-idx1-ubyte"), labels.toByteArray());
  }
}
