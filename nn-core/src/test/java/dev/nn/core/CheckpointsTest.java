package dev.nn.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.ModelFormatException;
import dev.nn.api.NnException;
import dev.nn.api.Shape;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.dataset.Targets;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.core.training.Checkpoints;
import dev.nn.core.training.Outcome;
import dev.nn.math.Matrix;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class CheckpointsTest {
  private static final PluginRegistry REGISTRY = TestPlugins.registry();
  private static final Dataset FOUR_ROWS =
      Dataset.binary(new float[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}}, new int[] {0, 1, 1, 0});
  private static final int STEPS_OF_AN_EPOCH = 2;

  @TempDir private Path temporary;
  private Path folder = Path.of("");

  @BeforeEach
  void chooseAFolderThatIsNotThereYet() {
    folder = temporary.resolve("runs").resolve("1");
  }

  private static Network network() {
    return Network.of(
        REGISTRY,
        Shape.of(2),
        "dense(units=3, activation=tanh), dense(units=1, activation=sigmoid)");
  }

  private static Trainer trainer(int epochs, Checkpoints checkpoints) {
    return Trainer.builder()
        .registry(REGISTRY)
        .loss("binary_crossentropy")
        .optimizer("sgd(learning_rate=0.3)")
        .batchSize(FOUR_ROWS.rows() / STEPS_OF_AN_EPOCH)
        .epochs(epochs)
        .threads(1)
        .checkpoints(checkpoints)
        .build();
  }

  private static TrainingResult fit(int epochs, Checkpoints checkpoints) {
    return trainer(epochs, checkpoints).fit(network(), FOUR_ROWS);
  }

  private static String name(long step) {
    return "checkpoint-%012d.safetensors".formatted(step);
  }

  private void assertSteps(long... steps) throws IOException {
    assertEquals(LongStream.of(steps).mapToObj(CheckpointsTest::name).toList(), names());
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.equals(".nn.lock"))
          .sorted()
          .toList();
    }
  }

  private void damage(long step) throws IOException {
    Path file = folder.resolve(name(step));
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 1] ^= 1;
    Files.write(file, bytes);
  }

  @Test
  void withoutFurtherWordsEachEpochIsWrittenAndThreeStay() throws IOException {
    fit(5, Checkpoints.in(folder));
    assertSteps(6, 8, 10);
  }

  @Test
  void everyThirdEpochIsWritten() throws IOException {
    fit(10, Checkpoints.in(folder).everyEpochs(3).keep(100));
    assertSteps(6, 12, 18);
  }

  @Test
  void everyThirdStepIsWrittenInsideEpochsToo() throws IOException {
    fit(5, Checkpoints.in(folder).everySteps(3).keep(100));
    assertSteps(3, 6, 9);
  }

  @Test
  void afterSoMuchTimeTheStepThatEndsIsWritten() throws IOException {
    fit(2, Checkpoints.in(folder).every(Duration.ofNanos(1)).keep(100));
    assertSteps(1, 2, 3, 4);
  }

  @Test
  void beforeSoMuchTimeNothingIsWritten() throws IOException {
    fit(2, Checkpoints.in(folder).every(Duration.ofDays(1)));
    assertSteps();
  }

  @Test
  void onlyTheNewestStay() throws IOException {
    fit(5, Checkpoints.in(folder).everySteps(1).keep(2));
    assertSteps(9, 10);
  }

  @Test
  void numbersThatMakeNoSenseAreRefused() {
    Checkpoints checkpoints = Checkpoints.in(folder);
    assertThrows(NnException.class, () -> checkpoints.keep(0));
    assertThrows(NnException.class, () -> checkpoints.everySteps(-1));
    assertThrows(NnException.class, () -> checkpoints.everyEpochs(-1));
    assertThrows(NnException.class, () -> checkpoints.every(Duration.ofSeconds(-1)));
  }

  @Test
  void insteadOfADamagedFileTheOneBeforeIsTaken() throws IOException {
    fit(3, Checkpoints.in(folder));
    assertEquals(6, newestStep());
    damage(6);
    assertEquals(4, newestStep());
    Files.write(folder.resolve(name(4)), new byte[0]);
    assertEquals(2, newestStep());
  }

  private long newestStep() throws IOException {
    return TrainingState.newest(folder, REGISTRY).orElseThrow().steps();
  }

  @Test
  void aRunGoesOnFromTheFileBeforeADamagedOneToTheSameEnd() throws IOException {
    Checkpoints checkpoints = Checkpoints.in(folder);
    String expected = fit(6, Checkpoints.in(temporary.resolve("whole"))).model().weightsSha256();
    fit(3, checkpoints);
    damage(6);
    TrainingResult resumed = trainer(6, checkpoints).resume(network(), FOUR_ROWS);
    assertEquals(expected, resumed.model().weightsSha256());
    assertEquals(6, resumed.history().size());
    assertSteps(8, 10, 12);
  }

  private static final String NONE_IS_GOOD =
      "\nno checkpoint there can be used, and none was touched: put a good copy of one in its place, or"
          + " move them to another folder to begin without them";

  private String damaged(long step) {
    return folder.resolve(name(step))
        + ", byte 8: the checksum does not hold: the file was changed or damaged after it was"
        + " written; copy or save it again";
  }

  @Test
  void whereAllAreDamagedEachIsNamedAndNothingIsLost() throws IOException {
    TrainingState state;
    try (TrainingSession session =
        trainer(5, Checkpoints.in(temporary.resolve("other"))).start(network(), FOUR_ROWS)) {
      session.step();
      state = session.state();
    }
    fit(3, Checkpoints.in(folder));
    for (long step = 2; step <= 6; step += 2) {
      damage(step);
    }
    String expected = damaged(6) + "\n" + damaged(4) + "\n" + damaged(2) + NONE_IS_GOOD;
    Trainer trainer = trainer(5, Checkpoints.in(folder));
    for (Executable reader :
        List.<Executable>of(
            () -> TrainingState.newest(folder, REGISTRY),
            () -> trainer.resume(network(), FOUR_ROWS),
            () -> trainer.start(state, FOUR_ROWS))) {
      ModelFormatException e = assertThrows(ModelFormatException.class, reader);
      assertEquals(expected, e.getMessage());
      assertEquals(8, e.offset());
    }
    assertSteps(2, 4, 6);
    Files.move(folder, temporary.resolve("damaged"));
    trainer.start(state, FOUR_ROWS).close();
  }

  @Test
  void ofVeryManyDamagedCheckpointsTheNewestAreNamed() throws IOException {
    fit(6, Checkpoints.in(folder).everySteps(1).keep(12));
    for (long step = 1; step <= 12; step++) {
      damage(step);
    }
    String message =
        assertThrows(ModelFormatException.class, () -> TrainingState.newest(folder, REGISTRY))
            .getMessage();
    assertTrue(message.endsWith(damaged(3) + "\nand 2 more" + NONE_IS_GOOD), message);
  }

  /** Steps 1 to 6, of which the last ones are damaged; the run goes on with step 5, or before. */
  private void goOnWithOneMoreStep(int keep, long... damaged) throws IOException {
    fit(3, Checkpoints.in(folder).everySteps(1).keep(100));
    for (long step : damaged) {
      damage(step);
    }
    TrainingState state = TrainingState.newest(folder, REGISTRY).orElseThrow();
    Checkpoints checkpoints = Checkpoints.in(folder).everySteps(1).keep(keep);
    try (TrainingSession session = trainer(5, checkpoints).start(state, FOUR_ROWS)) {
      assertTrue(session.step());
    }
  }

  @Test
  void aDamagedCheckpointDoesNotCountAmongThoseThatAreKept() throws IOException {
    goOnWithOneMoreStep(2, 5, 6);
    assertSteps(4, 5, 6);
    assertEquals(5, newestStep(), "written anew");
  }

  @Test
  void damagedOnesInBetweenCostNoGoodOne() throws IOException {
    goOnWithOneMoreStep(3, 2, 4, 5, 6);
    assertSteps(1, 2, 3, 4, 5, 6);
    assertEquals(4, newestStep(), "written anew");
  }

  @Test
  void damagedOnesGoWhenThereAreEnoughNewerOnes() throws IOException {
    goOnWithOneMoreStep(2, 3, 5, 6);
    assertSteps(4, 5, 6);
    trainer(5, Checkpoints.in(folder).everySteps(2).keep(2)).resume(network(), FOUR_ROWS);
    assertSteps(8, 10);
  }

  private static final class Sneaky implements Dataset {
    private final Throwable thrown;

    Sneaky(Throwable thrown) {
      this.thrown = thrown;
    }

    @Override
    public int rows() {
      return FOUR_ROWS.rows();
    }

    @Override
    public Shape shape() {
      return FOUR_ROWS.shape();
    }

    @Override
    public Targets targets() {
      return FOUR_ROWS.targets();
    }

    @Override
    public void readFeatures(int row, Matrix into, int at) {
      Sneaky.<RuntimeException>sneak(thrown);
    }

    @Override
    public void readTarget(int row, Matrix into, int at) {
      FOUR_ROWS.readTarget(row, into, at);
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> void sneak(Throwable thrown) throws E {
      throw (E) thrown;
    }
  }

  /** As a data set in Kotlin may throw an IOException, which Java's compiler does not see. */
  @Test
  void whateverADataSetThrowsTheFolderIsFreeAfterwards() throws IOException {
    for (Throwable thrown :
        List.of(new IOException("torn"), new IllegalStateException(), new AssertionError())) {
      assertSame(
          thrown,
          assertThrows(
              Throwable.class,
              () -> trainer(1, Checkpoints.in(folder)).start(network(), new Sneaky(thrown))));
    }
    fit(1, Checkpoints.in(folder));
    assertSteps(2);
  }

  @Test
  void aFolderThatIsEmptyOrNotThereHasNone() throws IOException {
    assertEquals(Optional.empty(), TrainingState.newest(folder, REGISTRY));
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("notes.txt"), "first try");
    assertEquals(Optional.empty(), TrainingState.newest(folder, REGISTRY));
  }

  @Test
  void whatAKilledWriterLeftBehindIsDeletedByTheNextRun() throws IOException {
    Files.createDirectories(folder);
    // Not of a step that the next run writes too.
    Path left =
        Files.write(
            folder.resolve("." + name(999) + "." + UUID.randomUUID() + ".tmp"), new byte[3]);
    Files.setLastModifiedTime(left, FileTime.from(Instant.now().minus(Duration.ofMinutes(1))));
    String model = ".model." + UUID.randomUUID() + ".tmp";
    Path foreign = Files.write(folder.resolve(model), new byte[3]);
    Files.setLastModifiedTime(foreign, FileTime.from(Instant.now().minus(Duration.ofMinutes(1))));
    assertEquals(Optional.empty(), TrainingState.newest(folder, REGISTRY));
    fit(1, Checkpoints.in(folder));
    assertEquals(List.of(model, name(2)), names());
  }

  @Test
  void aNewRunIsRefusedWhereAnotherLeftItsCheckpoints() throws IOException {
    fit(1, Checkpoints.in(folder));
    NnException e = assertThrows(NnException.class, () -> fit(1, Checkpoints.in(folder)));
    assertTrue(
        e.getMessage().startsWith(folder + " holds checkpoints of an earlier run"), e.getMessage());
    assertSteps(2);
  }

  @Test
  void twoRunsAtOnceInOneFolderAreRefused() throws IOException {
    Checkpoints checkpoints = Checkpoints.in(folder).everySteps(1);
    try (TrainingSession first = trainer(3, checkpoints).start(network(), FOUR_ROWS)) {
      // Before its first checkpoint, and after it.
      for (int i = 0; i < 2; i++) {
        for (Executable second :
            List.<Executable>of(
                () -> fit(3, checkpoints),
                () -> trainer(3, checkpoints).resume(network(), FOUR_ROWS))) {
          NnException e = assertThrows(NnException.class, second);
          assertEquals(
              folder
                  + " is in use by another run, which writes its checkpoints there: wait for its"
                  + " end, or choose another folder",
              e.getMessage());
        }
        assertTrue(first.step());
      }
      assertSteps(1, 2);
    }
    assertEquals(Outcome.COMPLETED, trainer(3, checkpoints).resume(network(), FOUR_ROWS).outcome());
    assertSteps(4, 5, 6);
  }

  @Test
  void aRunThatCannotStartLeavesTheFolderFree() throws IOException {
    Dataset three = FOUR_ROWS.select(0, 1, 2);
    Dataset wide = Dataset.binary(new float[][] {{0, 0, 1}}, new int[] {1});
    assertThrows(NnException.class, () -> trainer(1, Checkpoints.in(folder)).fit(network(), wide));
    fit(1, Checkpoints.in(folder));
    assertThrows(NnException.class, () -> fit(1, Checkpoints.in(folder)));
    assertThrows(
        NnException.class, () -> trainer(2, Checkpoints.in(folder)).resume(network(), three));
    trainer(2, Checkpoints.in(folder)).resume(network(), FOUR_ROWS);
    assertSteps(2, 4);
  }

  @Test
  void otherExamplesOfTheSameNumberDoNotResume() {
    Checkpoints checkpoints = Checkpoints.in(folder);
    fit(1, checkpoints);
    Dataset otherFeature =
        Dataset.binary(new float[][] {{0, 0}, {0, 1}, {1, 0}, {1, -1}}, new int[] {0, 1, 1, 0});
    Dataset otherTarget =
        Dataset.binary(new float[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}}, new int[] {0, 1, 1, 1});
    for (Dataset other :
        List.of(
            otherFeature,
            otherTarget,
            FOUR_ROWS.withWeights(1, 1, 1, 2),
            FOUR_ROWS.select(1, 0, 2, 3))) {
      NnException e =
          assertThrows(NnException.class, () -> trainer(2, checkpoints).resume(network(), other));
      assertTrue(
          e.getMessage().startsWith("the state was made with other training examples"),
          e.getMessage());
    }
  }

  @Test
  void aModelWithTheNameOfACheckpointIsPassedOver() throws IOException {
    String expected = fit(4, Checkpoints.in(temporary.resolve("whole"))).model().weightsSha256();
    TrainingResult half = fit(3, Checkpoints.in(folder).keep(1));
    half.model().save(folder.resolve(name(99)));
    TrainingResult resumed =
        trainer(4, Checkpoints.in(folder).keep(1)).resume(network(), FOUR_ROWS);
    assertEquals(expected, resumed.model().weightsSha256());
    assertSteps(8, 99);
  }

  @Test
  void aFolderWithTheNameOfACheckpointIsPassedOver() throws IOException {
    Files.createDirectories(folder.resolve(name(1)).resolve("inside"));
    Files.createDirectories(folder.resolve(name(9)).resolve("inside"));
    String expected = fit(4, Checkpoints.in(temporary.resolve("whole"))).model().weightsSha256();
    fit(3, Checkpoints.in(folder).keep(1));
    assertEquals(6, newestStep());
    TrainingResult resumed =
        trainer(4, Checkpoints.in(folder).keep(1)).resume(network(), FOUR_ROWS);
    assertEquals(expected, resumed.model().weightsSha256());
    assertSteps(1, 8, 9);
  }

  @Test
  void aRunThatIsFurtherThanAskedForHasNothingToDo() throws IOException {
    Checkpoints checkpoints = Checkpoints.in(folder).everySteps(1);
    TrainingState inTheThirdEpoch;
    try (TrainingSession session = trainer(4, checkpoints).start(network(), FOUR_ROWS)) {
      for (int i = 0; i < 5; i++) {
        session.step();
      }
      inTheThirdEpoch = session.state();
    }
    TrainingResult resumed = trainer(2, checkpoints).resume(network(), FOUR_ROWS);
    assertEquals(Outcome.COMPLETED, resumed.outcome());
    assertEquals(inTheThirdEpoch.model().weightsSha256(), resumed.model().weightsSha256());
    assertSteps(3, 4, 5);
  }

  @Test
  void aFinishedRunIsResumedWithNothingToDo() throws IOException {
    TrainingResult finished = fit(3, Checkpoints.in(folder));
    TrainingResult resumed = trainer(3, Checkpoints.in(folder)).resume(network(), FOUR_ROWS);
    assertEquals(Outcome.COMPLETED, resumed.outcome());
    assertEquals(finished.model().weightsSha256(), resumed.model().weightsSha256());
    assertEquals(3, resumed.history().size());
    assertSteps(2, 4, 6);
  }

  @Test
  void aFinishedRunIsResumedForMoreEpochs() throws IOException {
    String expected = fit(5, Checkpoints.in(temporary.resolve("whole"))).model().weightsSha256();
    fit(3, Checkpoints.in(folder));
    TrainingResult resumed = trainer(5, Checkpoints.in(folder)).resume(network(), FOUR_ROWS);
    assertEquals(expected, resumed.model().weightsSha256());
    assertSteps(6, 8, 10);
  }

  @Test
  void checkpointsOfAnotherNetworkAreRefusedWithWhatToDo() {
    fit(1, Checkpoints.in(folder));
    Network other = Network.of(REGISTRY, Shape.of(2), "dense(units=1, activation=sigmoid)");
    NnException e =
        assertThrows(
            NnException.class, () -> trainer(2, Checkpoints.in(folder)).resume(other, FOUR_ROWS));
    assertEquals(
        "the checkpoints in %s are of another network:\n  %s\nthan the one given:\n  %s\nresume with their network, or choose an empty folder"
            .formatted(folder, network(), other),
        e.getMessage());
  }

  @Test
  void whereNoCheckpointCanBeWrittenTheRunDoesNotStart() throws IOException {
    Files.createFile(temporary.resolve("runs"));
    UncheckedIOException e =
        assertThrows(UncheckedIOException.class, () -> fit(1, Checkpoints.in(folder)));
    assertEquals(
        "checkpoints cannot be written to " + folder + ": " + e.getCause(), e.getMessage());
  }

  @Test
  void aRunWhoseCheckpointCannotBeWrittenEndsAndIsResumed() throws IOException {
    Checkpoints checkpoints = Checkpoints.in(folder).everySteps(1);
    String expected = fit(2, Checkpoints.in(temporary.resolve("whole"))).model().weightsSha256();
    Path inTheWay = folder.resolve(name(3)).resolve("inside");
    Files.createDirectories(inTheWay);
    UncheckedIOException e = assertThrows(UncheckedIOException.class, () -> fit(2, checkpoints));
    assertEquals(
        folder.resolve(name(3))
            + " is a folder, not a file; the run ends here, and the checkpoints that were written"
            + " before are still there: mend what is in the way, and resume",
        e.getMessage());
    assertSteps(1, 2, 3);
    Files.delete(inTheWay);
    Files.delete(inTheWay.getParent());
    TrainingResult resumed = trainer(2, checkpoints).resume(network(), FOUR_ROWS);
    assertEquals(expected, resumed.model().weightsSha256());
  }

  @Test
  void withoutAFolderThereIsNothingToResumeFrom() {
    Trainer trainer =
        Trainer.builder()
            .registry(REGISTRY)
            .loss("binary_crossentropy")
            .optimizer("sgd(learning_rate=0.3)")
            .build();
    NnException e = assertThrows(NnException.class, () -> trainer.resume(network(), FOUR_ROWS));
    assertTrue(e.getMessage().contains(".checkpoints(Checkpoints.in(folder))"), e.getMessage());
  }
}
