package dev.nn.tests.reliability.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.ModelFormatException;
import dev.nn.core.SavedFile;
import dev.nn.core.TrainingSession;
import dev.nn.core.TrainingState;
import dev.nn.tests.reliability.Samples;
import dev.nn.tests.reliability.process.ChildJvm;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Checkpoints whose checksum holds, but whose numbers no run can have: they are named, and the one
 * before is taken. The sample stands after 5 steps of 16 of 32 examples, 2 an epoch: in the middle
 * of the third.
 */
class CheckpointNumbersTest {
  private static final int OLDER = 4;
  private static final int NEWER = 5;

  @TempDir private Path folder;
  private byte[] whole = {};

  @BeforeEach
  void makeCheckpoints() throws IOException {
    whole = Samples.checkpoint(folder);
    Files.write(file(OLDER), whole);
  }

  private Path file(int step) {
    return folder.resolve("checkpoint-%012d.safetensors".formatted(step));
  }

  private void assertPassedOver(byte[] damaged, String problem) throws IOException {
    Files.write(file(NEWER), damaged);
    ModelFormatException e =
        assertThrows(
            ModelFormatException.class, () -> TrainingState.load(file(NEWER), Samples.REGISTRY));
    assertTrue(e.getMessage().startsWith(file(NEWER) + ", byte "), e.getMessage());
    assertTrue(e.getMessage().contains(problem), e.getMessage());
    assertEquals(
        e.getMessage(),
        assertThrows(
                ModelFormatException.class, () -> SavedFile.read(file(NEWER), Samples.REGISTRY))
            .getMessage(),
        "looking at it judges as loading does");
    assertEquals(5, TrainingState.newest(folder, Samples.REGISTRY).orElseThrow().steps());
  }

  /** Another number in a tensor of doubles. */
  private byte[] withNumber(String tensor, int index, double number) {
    Matcher offsets =
        Pattern.compile("\"" + tensor + "\":\\{[^}]*\"data_offsets\":\\[(\\d+),")
            .matcher(FileSurgery.header(whole));
    assertTrue(offsets.find(), tensor);
    byte[] data = FileSurgery.data(whole);
    ByteBuffer.wrap(data)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putDouble(Integer.parseInt(offsets.group(1)) + Double.BYTES * index, number);
    return FileSurgery.sealed(FileSurgery.header(whole), data);
  }

  private byte[] withHeader(UnaryOperator<String> change) {
    byte[] changed = FileSurgery.withHeader(whole, change);
    assertTrue(!FileSurgery.header(changed).equals(FileSurgery.header(whole)));
    return changed;
  }

  @Test
  void theSampleItselfIsFine() throws IOException {
    Files.write(file(NEWER), withNumber("training.numbers", 0, 5));
    TrainingState state = TrainingState.load(file(NEWER), Samples.REGISTRY);
    assertEquals(5, state.steps());
    assertEquals(3, state.epoch());
    assertEquals(2, state.history().size());
  }

  @ParameterizedTest
  @CsvSource({
    "0, -1,       steps: -1.0",
    "0, 5.5,      steps: 5.5",
    "0, NaN,      steps: NaN",
    "0, 1e300,    steps: 1.0E300",
    "0, 6,        6 steps where there are 5 up to example 16 of epoch 3",
    "1, -3,       the epoch: -3.0",
    "1, NaN,      the epoch: NaN",
    "1, 1e10,     the epoch: 1.0E10",
    "1, 0,        example 16 of epoch 0",
    "1, 4,        '3 finished epochs, but the history has 2'",
    "2, -16,      the position: -16.0",
    "2, NaN,      the position: NaN",
    "2, 15,       example 15 of 32 is not at the end of a step of 16",
    "2, 48,       example 48 of 32 is not at the end of a step of 16",
    "2, 0,        '3 finished epochs, but the history has 2'",
    "3, NaN,      the sum of the losses is NaN",
    "3, Infinity, the sum of the losses is Infinity",
    "4, NaN,      the best loss is NaN",
    "4, -1,       'the best loss is -1.0, but that of the history is '",
    "4, Infinity, 'the best loss is Infinity, but that of the history is '",
    "5, 1,        '1 epochs without improvement, but 0 in the history'",
    "5, -1,       epochs without improvement: -1.0",
    "5, 0.5,      epochs without improvement: 0.5"
  })
  void numbersThatNoRunHas(int index, double number, String problem) throws IOException {
    assertPassedOver(withNumber("training.numbers", index, number), problem);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 2,        epoch 1 of the history cannot be: its number is 2.0",
    "0, NaN,      its number is NaN",
    "1, NaN,      epoch 1 of the history cannot be: its loss is NaN",
    "1, Infinity, its loss is Infinity",
    "2, 0.5,      0.5 is neither 0 nor 1",
    "4, NaN,      its learning rate is NaN",
    "5, -1,       it took -1.0 nanoseconds",
    "5, NaN,      it took NaN nanoseconds",
    "6, NaN,      NaN is neither 0 nor 1"
  })
  void historiesThatNoRunHas(int index, double number, String problem) throws IOException {
    assertPassedOver(withNumber("training.history", index, number), problem);
  }

  /** A validation loss and a metric may be anything. */
  @ParameterizedTest
  @CsvSource({"3", "7"})
  void whatMayBeNotANumberIsRead(int index) throws IOException {
    Files.write(file(NEWER), withNumber("training.history", index, Double.NaN));
    assertEquals(5, TrainingState.load(file(NEWER), Samples.REGISTRY).steps());
  }

  @Test
  void settingsThatAreMissingOrNone() throws IOException {
    assertPassedOver(
        withHeader(header -> header.replace("\"settings\"", "\"settinks\"")),
        "the settings cannot be read");
    assertPassedOver(
        withHeader(header -> header.replace("\"settings\":\"training(", "\"settings\":\"(")),
        "the settings cannot be read");
    assertPassedOver(
        withHeader(header -> header.replace("batch_size=16", "batch_size=none")),
        "the settings have no count of batch_size: none");
    assertPassedOver(
        withHeader(header -> header.replace("rows=32", "rows=0.5")),
        "the settings have no count of rows: 0.5");
    assertPassedOver(
        withHeader(header -> header.replace("rows=32", "rows=1e300")),
        "the settings have no count of rows");
  }

  @Test
  void earlyStoppingThatIsNotTheSettings() throws IOException {
    assertPassedOver(
        withHeader(
            header ->
                header.replace(
                    "early_stopping=early_stopping(min_delta=0, patience=3)",
                    "early_stopping=none")),
        "there are best weights, but by its settings the run is without early stopping");
    assertPassedOver(
        withHeader(header -> header.replace("patience=3", "patience=0")),
        "the settings have no count of patience: 0");
    assertPassedOver(
        withHeader(header -> header.replace("min_delta=0", "min_delta=-1")),
        "minDelta must be at least 0 and finite, got -1");
    // The second epoch was better than the first, but by less than that.
    assertPassedOver(
        withHeader(header -> header.replace("min_delta=0", "min_delta=1000000")),
        "but that of the history is ");
  }

  /** What the model in the checkpoint says of the training. */
  @Test
  void aSummaryOfAnotherTraining() throws IOException {
    String summary = "[\\\"11\\\",\\\"2\\\",\\\"5\\\",";
    assertPassedOver(
        withHeader(header -> header.replace(summary, summary.replace("11", "12"))),
        "the seed of the training is 12 in the metadata, but 11 in the state");
    assertPassedOver(
        withHeader(header -> header.replace(summary, summary.replace("2", "900"))),
        "the number of epochs of the training is 900 in the metadata, but 2 in the state");
    assertPassedOver(
        withHeader(header -> header.replace(summary, summary.replace("5", "6"))),
        "the number of steps of the training is 6 in the metadata, but 5 in the state");
  }

  /** Settings and summary name another optimizer than the one that the state is of. */
  @Test
  void aStateThatIsNotTheOptimizers() throws IOException {
    assertPassedOver(
        withHeader(header -> header.replaceAll("adam\\([^)]*\\)", "sgd(learning_rate=0.001)")),
        "the state of the optimizer sgd has slots: 2, scalars: 1, numbers of the schedule: 0,"
            + " but the sgd that is there needs slots: ");
    assertPassedOver(
        withHeader(
            header -> header.replace("learning_rate=0.001", "learning_rate=reduce_on_plateau")),
        "but the adam that is there needs slots: 2, scalars: 1, numbers of the schedule: 5");
  }

  @Test
  void aSlotOfAnotherShape() throws IOException {
    String slot = "\"training.slot.1\":{\"dtype\":\"F32\",\"shape\":";
    assertPassedOver(
        withHeader(header -> header.replace(slot + "[51]", slot + "[3,17]")),
        "tensor training.slot.1 has the shape [3, 17], but it must be [51]");
  }

  @Test
  void theCommandRefusesWithOneLine() throws Exception {
    byte[] damaged = withNumber("training.numbers", 0, 6);
    Files.write(file(NEWER), damaged);
    List<String> refused = inspect(file(NEWER));
    assertEquals(2, refused.size(), refused.toString());
    assertTrue(refused.get(0).startsWith("nn inspect: " + file(NEWER) + ", byte "), refused.get(0));
    assertTrue(refused.get(0).endsWith("up to example 16 of epoch 3"), refused.get(0));
    assertEquals("status 1", refused.get(1));
    List<String> shown = inspect(file(OLDER));
    assertEquals("status 0", shown.get(shown.size() - 1), shown.toString());
  }

  private static List<String> inspect(Path file) throws Exception {
    return ChildJvm.output(
            ChildJvm.of(List.of(), "dev.nn.examples.Main", "inspect", file.toString()).start())
        .lines()
        .toList();
  }

  @Test
  void labelsThatAreNotTheNetworks() throws IOException {
    assertPassedOver(
        withHeader(header -> header.replace("[\\\"0\\\",", "[")),
        "the model predicts 2 classes, but its network has 3 outputs");
  }

  /** It is no damage, so that there is nothing to fall back from. */
  @Test
  void aNewerFormatIsNotPassedOver() throws IOException {
    Files.write(
        file(NEWER),
        withHeader(
            header -> header.replace("\"format_version\":\"1\"", "\"format_version\":\"2\"")));
    ModelFormatException e =
        assertThrows(
            ModelFormatException.class, () -> TrainingState.newest(folder, Samples.REGISTRY));
    assertTrue(e.getMessage().startsWith(file(NEWER).toString()), e.getMessage());
    assertTrue(e.getMessage().contains("made by a newer version of nn-core"), e.getMessage());
  }

  /** Files of the time when nothing was written about the examples but their number. */
  @Test
  void aCheckpointThatDoesNotTellItsExamplesGoesOn() throws IOException {
    byte[] early =
        withHeader(header -> header.replaceFirst("data_hash=\\\\\"[0-9a-f]{16}\\\\\", ", ""));
    TrainingState state = Samples.state(early, file(NEWER));
    assertTrue(!state.settings().contains("data_hash"), state.settings());
    try (TrainingSession session =
        Samples.trainer("adam")
            .epochs(5)
            .earlyStopping(3)
            .validationSplit(0.2)
            .build()
            .start(state, Samples.points())) {
      session.step();
      assertEquals(6, session.steps());
      assertTrue(session.state().settings().contains("data_hash"));
    }
  }
}
