package dev.nn.tests.reliability.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.ModelFormatException;
import dev.nn.api.NnException;
import dev.nn.api.Shape;
import dev.nn.core.Model;
import dev.nn.core.Network;
import dev.nn.core.SavedFile;
import dev.nn.core.dataset.Dataset;
import dev.nn.tests.reliability.Samples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** There is one way to write a file; each other one has a message of its own. */
class CanonicalFilesTest {
  private static final byte[] FILE = Samples.modelOfAtLeast(1 << 10);

  private static String problem(byte[] file) {
    return String.valueOf(
        assertThrows(NnException.class, () -> Model.load(file, Samples.REGISTRY)).getMessage());
  }

  private static void refused(String message, byte[] file) {
    String found = problem(file);
    assertTrue(found.matches("(?s)model( is not a model file)?, byte \\d+: .*"), found);
    assertTrue(found.contains(message), found);
  }

  private static UnaryOperator<String> replacing(String old, String replacement) {
    return header -> {
      assertTrue(header.contains(old), header);
      return header.replace(old, replacement);
    };
  }

  private static byte[] changed(String old, String replacement) {
    return FileSurgery.withHeader(FILE, replacing(old, replacement));
  }

  /** The surgery itself does no harm. */
  @Test
  void theFileIsFine() {
    byte[] same = FileSurgery.withHeader(FILE, header -> header);
    assertEquals(
        Model.load(FILE, Samples.REGISTRY).weightsSha256(),
        Model.load(same, Samples.REGISTRY).weightsSha256());
    assertTrue(Arrays.equals(FILE, same));
  }

  @Test
  void bytesAfterTheData() {
    refused("3 bytes follow the data", Arrays.copyOf(FILE, FILE.length + 3));
  }

  @Test
  void aHole() {
    byte[] file = FileSurgery.withHeader(FILE, header -> moved(header, "0.dense.bias", 4));
    refused("not directly after the data before it", file);
  }

  @Test
  void anOverlap() {
    byte[] file = FileSurgery.withHeader(FILE, header -> moved(header, "0.dense.bias", -4));
    refused("within the data before it", file);
  }

  /** Both offsets of a tensor, changed by the same number of bytes. */
  private static String moved(String header, String tensor, int by) {
    int at = header.indexOf("\"data_offsets\":[", header.indexOf("\"" + tensor + "\""));
    int from = header.indexOf('[', at) + 1;
    int to = header.indexOf(']', from);
    String[] offsets = header.substring(from, to).split(",", -1);
    return header.substring(0, from)
        + (Long.parseLong(offsets[0]) + by)
        + ","
        + (Long.parseLong(offsets[1]) + by)
        + header.substring(to);
  }

  @Test
  void twoTensorsWithOneName() {
    refused("Duplicate field '0.dense.kernel'", changed("0.dense.bias", "0.dense.kernel"));
  }

  @Test
  void twoTextsWithOneName() {
    refused(
        "Duplicate field 'format'",
        changed("\"format\":\"nn-model\"", "\"format\":\"nn-model\",\"format\":\"nn-model\""));
  }

  @Test
  void unknownFieldsOfATensor() {
    refused("has an unknown field \"strides\"", changed("\"dtype\"", "\"strides\":1,\"dtype\""));
  }

  @Test
  void somethingBehindTheHeadersObject() {
    refused(
        "something follows the header's object",
        FileSurgery.withHeader(FILE, header -> header.stripTrailing() + "{}"));
  }

  @Test
  void tensorsOfOtherTypes() {
    refused("must be one of [F32, F64, BF16, I8], not F16", changed("\"F32\"", "\"F16\""));
  }

  @Test
  void tensorsThatAreNotTheNetworks() {
    refused("tensor 0 is 0.dense.weights F32 [8, ", changed("0.dense.kernel", "0.dense.weights"));
  }

  @Test
  void noChecksum() {
    refused("its metadata has no sha256", changed("\"sha256\"", "\"sha255\""));
  }

  @Test
  void somethingElse() {
    refused(
        "the header's length is ",
        "PK\3\4 a zip file, and not a small one".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aNewerFormatSaysWhatToDo() {
    refused(
        "the file was made by a newer version of nn-core: it has format version 3, this program"
            + " reads up to 2; use that version",
        changed("\"format_version\":\"1\"", "\"format_version\":\"3\""));
  }

  /** What else a newer format may have is not held against it. */
  @Test
  void aNewerFormatIsRecognisedBeforeItsContentsAreJudged() {
    byte[] file =
        FileSurgery.withHeader(
            FILE,
            header ->
                header
                    .replace("\"format_version\":\"1\"", "\"format_version\":\"10\"")
                    .replace("0.dense.kernel", "0.dense.weights"));
    refused("it has format version 10", file);
  }

  /** One flipped bit makes a 3 of the 1. */
  @Test
  void aDamagedVersionIsNotTakenForANewerOne() {
    byte[] file = FILE.clone();
    String key = "\"format_version\":\"";
    int at = Long.BYTES + FileSurgery.header(FILE).indexOf(key) + key.length();
    file[at] ^= 2;
    assertTrue(FileSurgery.header(file).contains(key + "3"), FileSurgery.header(file));
    refused("the checksum does not hold", file);
  }

  private static byte[] withTargets(byte[] file, String targets) {
    return FileSurgery.withHeader(
        file, replacing("\"format\":", "\"targets\":" + targets + ",\"format\":"));
  }

  @Test
  void targetsThatAreNotTheNetworks() {
    for (String targets :
        List.of(
            "\"classes\",\"labels\":\"[\\\"a\\\",\\\"b\\\"]\"",
            "\"classes\",\"labels\":\"[\\\"a\\\",\\\"b\\\",\\\"c\\\",\\\"d\\\"]\"",
            "\"binary\"",
            "\"real 2\"")) {
      refused("but its network has 3 outputs, which are for 3", withTargets(FILE, targets));
    }
    Model model = Model.load(withTargets(FILE, "\"real 3\""), Samples.REGISTRY);
    assertEquals(3, model.targets().orElseThrow().columns());
  }

  /** The mean and the variance of each target. */
  @Test
  void aLossThatTakesTwoOutputsForATargetIsHeard() {
    Network network = Network.of(Samples.REGISTRY, Shape.of(1), "dense(units=4)");
    Dataset data = Dataset.regression(new float[][] {{1}, {2}}, new float[][] {{1, 2}, {3, 4}});
    byte[] file =
        Samples.trainer("sgd(learning_rate=0.01)")
            .loss("gaussian_nll")
            .epochs(1)
            .build()
            .fit(network, data)
            .model()
            .toBytes();
    assertEquals(2, Model.load(file, Samples.REGISTRY).targets().orElseThrow().columns());
    refused(
        "predicts 4 numbers, but its network has 4 outputs, which are for 2",
        FileSurgery.withHeader(file, replacing("\"real 2\"", "\"real 4\"")));
    Model unknownLoss =
        Model.load(
            FileSurgery.withHeader(file, replacing("gaussian_nll", "acme.nll")), Samples.REGISTRY);
    assertEquals(2, unknownLoss.targets().orElseThrow().columns());
  }

  @Test
  void controlCharactersDoNotReachTheMessage() {
    String hostile = "\\u001b[2J\\u009b\\u202e\\nfine";
    for (byte[] file :
        List.of(
            changed("\"format\":\"nn-model\"", "\"format\":\"" + hostile + "\""),
            changed("\"0.dense.bias\"", "\"" + hostile + "\""),
            changed("\"dtype\"", "\"" + hostile + "\""),
            changed("\"0.dense.bias\"", "\u001b"),
            changed("\"network\":\"[dense(", "\"network\":\"[" + hostile + "("),
            changed("activation=tanh", "activation=a" + hostile),
            withTargets(FILE, "\"" + hostile + "\""))) {
      String message = problem(file);
      assertTrue(message.chars().allMatch(c -> c == '\n' || !Character.isISOControl(c)), message);
      assertFalse(message.contains("\u202e"), message);
    }
  }

  @Test
  void aClassOfTheJdkIsAnUnknownLayer() {
    String upper = problem(changed("\"network\":\"[dense(", "\"network\":\"[java.lang.Runtime("));
    assertTrue(upper.contains("unknown layer: \"java.lang.Runtime\" is not a legal name"), upper);
    String lower = problem(changed("\"network\":\"[dense(", "\"network\":\"[java.lang.runtime("));
    assertTrue(lower.contains("no layer \"java.lang.runtime\" is installed"), lower);
  }

  /** What a plugin is needed for stays open where it is not installed. */
  @Test
  void lookingAtAFileJudgesAsLoadingDoes(@TempDir Path folder) throws IOException {
    for (byte[] file :
        List.of(
            changed("0.dense.kernel", "0.dense.weights"),
            changed("\"network\":\"[dense(", "\"network\":\"[dense"),
            changed("bias_l1=0", "bias_l1=-1"),
            withTargets(FILE, "\"real 2\""))) {
      Path path = Files.write(folder.resolve("file"), file);
      assertEquals(
          assertThrows(NnException.class, () -> Model.load(path, Samples.REGISTRY)).getMessage(),
          assertThrows(NnException.class, () -> SavedFile.read(path, Samples.REGISTRY))
              .getMessage());
    }
    Path unknown =
        Files.write(
            folder.resolve("file"), changed("\"network\":\"[dense(", "\"network\":\"[acme.dense("));
    SavedFile seen = SavedFile.read(unknown, Samples.REGISTRY);
    assertTrue(seen.network().startsWith("[acme.dense("), seen.network());
  }

  @Test
  void aCheckpointIsNoModel() {
    ModelFormatException e =
        assertThrows(
            ModelFormatException.class,
            () ->
                Model.load(
                    changed("\"format\":\"nn-model\"", "\"format\":\"nn-checkpoint\""),
                    Samples.REGISTRY));
    assertTrue(e.getMessage().contains("this is a checkpoint, not a model"), e.getMessage());
  }
}
