package dev.nn.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.NnException;
import dev.nn.core.Network;
import dev.nn.core.Trainer;
import dev.nn.core.TrainerBuilder;
import dev.nn.core.TrainingListener;
import dev.nn.core.TrainingResult;
import dev.nn.core.TrainingRun;
import dev.nn.core.TrainingSession;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.training.Checkpoints;
import dev.nn.core.training.EpochRecord;
import dev.nn.data.BundledData;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Both logs hold each epoch once, whatever happened to the run. */
class LogsTest {
  private static final Dataset IRIS = BundledData.iris();
  private static final Network NETWORK =
      Network.of(4, "dense(units=5, activation=tanh), dense(units=3, activation=softmax)");

  @TempDir private Path folder;

  /** The two kinds of log, with what begins the line of an epoch. */
  private enum Kind {
    CSV(CsvLog::to, "", 1),
    JSON(JsonLog::to, "{\"epoch\":", 0);

    final Function<Path, TrainingListener> log;
    final String before;
    final int headers;

    Kind(Function<Path, TrainingListener> log, String before, int headers) {
      this.log = log;
      this.before = before;
      this.headers = headers;
    }

    List<Integer> epochs(Path file) throws IOException {
      return Files.readAllLines(file).stream()
          .skip(headers)
          .filter(line -> !line.startsWith("{\"outcome\""))
          .map(line -> Integer.parseInt(line.substring(before.length()).split(",")[0]))
          .toList();
    }
  }

  private static List<Integer> upTo(int epochs) {
    return IntStream.rangeClosed(1, epochs).boxed().toList();
  }

  private static TrainerBuilder trainer(int epochs) {
    return Trainer.builder()
        .loss("categorical_crossentropy")
        .optimizer("adam")
        .epochs(epochs)
        .threads(1);
  }

  @ParameterizedTest
  @EnumSource
  void eachEpochIsThereAsSoonAsItHasEnded(Kind kind) throws IOException {
    Path file = folder.resolve("new").resolve("run.log");
    TrainingListener reader =
        new TrainingListener() {
          @Override
          public void epochEnded(TrainingRun run, EpochRecord epoch) {
            try {
              assertEquals(upTo(epoch.epoch()), kind.epochs(file));
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          }
        };
    trainer(4).listener(kind.log.apply(file)).listener(reader).build().fit(NETWORK, IRIS, IRIS);
    assertEquals(upTo(4), kind.epochs(file));
    trainer(2).listener(kind.log.apply(file)).build().fit(NETWORK, IRIS);
    assertEquals(upTo(2), kind.epochs(file), "a new run, a new log");
    try (Stream<Path> files = Files.list(file.getParent())) {
      assertEquals(1, files.count(), "nothing is left over");
    }
  }

  /** The log is two epochs ahead of the last checkpoint, and its last line is cut off. */
  @ParameterizedTest
  @EnumSource
  void aResumedRunHasNoEpochTwice(Kind kind) throws IOException {
    Path file = folder.resolve("run.log");
    Checkpoints checkpoints = Checkpoints.in(folder.resolve("points")).everyEpochs(3);
    Trainer trainer = trainer(8).checkpoints(checkpoints).listener(kind.log.apply(file)).build();
    try (TrainingSession session = trainer.start(NETWORK, IRIS)) {
      while (session.epoch() < 6) {
        session.step();
      }
    }
    assertEquals(upTo(5), kind.epochs(file));
    String text = Files.readString(file);
    Files.writeString(file, text.substring(0, text.length() - 9));
    trainer.resume(NETWORK, IRIS);
    assertEquals(upTo(8), kind.epochs(file));
  }

  @ParameterizedTest
  @EnumSource
  void anotherFileIsNotOverwritten(Kind kind) throws IOException {
    Path file = Files.writeString(folder.resolve("data.csv"), "sepal,petal\n1,2\n");
    Trainer trainer = trainer(2).listener(kind.log.apply(file)).build();
    NnException e = assertThrows(NnException.class, () -> trainer.fit(NETWORK, IRIS));
    assertTrue(e.getMessage().contains("is no log of a training"), e.getMessage());
    assertEquals("sepal,petal\n1,2\n", Files.readString(file));
  }

  /** It holds no epoch then, but says how the run ended. */
  @ParameterizedTest
  @EnumSource
  void theLogOfARunWithoutAnEpochIsALog(Kind kind) throws IOException {
    Path file = folder.resolve("run.log");
    TrainingListener log = kind.log.apply(file);
    trainer(3).optimizer("sgd(learning_rate=3e38)").listener(log).build().fit(NETWORK, IRIS);
    assertEquals(List.of(), kind.epochs(file));
    trainer(2).listener(log).build().fit(NETWORK, IRIS);
    assertEquals(upTo(2), kind.epochs(file));
  }

  @ParameterizedTest
  @EnumSource
  void aLogThatCannotBeWrittenIsRefusedBeforeTheRun(Kind kind) throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "").resolve("run.log");
    Trainer trainer = trainer(2).listener(kind.log.apply(file)).build();
    UncheckedIOException e =
        assertThrows(UncheckedIOException.class, () -> trainer.fit(NETWORK, IRIS));
    assertTrue(e.getMessage().startsWith("the log " + file + " cannot be written"));
  }

  @ParameterizedTest
  @EnumSource
  void aLogThatIsLostOnTheWayDoesNotEndTheRun(Kind kind) throws IOException {
    Path file = folder.resolve("logs").resolve("run.log");
    TrainingListener vandal =
        new TrainingListener() {
          @Override
          public void epochStarted(TrainingRun run) {
            if (run.epoch() == 2) {
              try {
                Files.delete(file);
                Files.createDirectory(file);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            }
          }
        };
    TrainingResult result =
        trainer(4).listener(kind.log.apply(file)).listener(vandal).build().fit(NETWORK, IRIS);
    assertEquals(4, result.history().size());
  }

  @Test
  void csvHasTheNumbersOfTheHistoryWithAllTheirDigits() throws IOException {
    Path file = folder.resolve("run.csv");
    TrainingResult result =
        trainer(2)
            .metric("top_k_accuracy(k=2)")
            .trainingMetrics()
            .listener(CsvLog.to(file))
            .build()
            .fit(NETWORK, IRIS, IRIS);
    List<String> lines = Files.readAllLines(file);
    assertEquals(
        "epoch,loss,training_top_k_accuracy(k=2),validation_loss,validation_top_k_accuracy(k=2),"
            + "learning_rate,seconds",
        lines.get(0));
    EpochRecord last = result.history().get(1);
    assertTrue(
        lines
            .get(2)
            .startsWith(
                "2,%s,%s,%s,%s,0.001,"
                    .formatted(
                        last.loss(),
                        last.trainingMetric("top_k_accuracy(k=2)"),
                        last.validationLoss().orElseThrow(),
                        last.validationMetric("top_k_accuracy(k=2)"))),
        lines.get(2));
  }

  /** Who asks for more in the second half gets more columns, and empty cells before. */
  @Test
  void csvGetsNewColumnsInAResumedRun() throws IOException {
    Path file = folder.resolve("run.csv");
    TrainerBuilder trainer =
        trainer(1).checkpoints(Checkpoints.in(folder.resolve("points"))).listener(CsvLog.to(file));
    trainer.build().fit(NETWORK, IRIS);
    trainer.epochs(2).trainingMetrics().build().resume(NETWORK, IRIS);
    List<String> lines = Files.readAllLines(file);
    assertEquals("epoch,loss,training_accuracy,learning_rate,seconds", lines.get(0));
    assertTrue(lines.get(1).matches("1,[^,]+,,0\\.001,.*"), lines.get(1));
    assertTrue(lines.get(2).matches("2,[^,]+,[^,]+,0\\.001,.*"), lines.get(2));
  }

  @Test
  void theNameOfTheFileChoosesTheKind() {
    for (String name : List.of("a.json", "b.JSONL", "c.ndjson")) {
      assertTrue(Logs.to(Path.of(name)) instanceof JsonLog, name);
    }
    assertTrue(Logs.to(Path.of("run.csv")) instanceof CsvLog);
    assertTrue(Logs.to(Path.of("json")) instanceof CsvLog);
  }

  @Test
  void jsonHasAnObjectForEachEpochAndOneForTheEnd() {
    StringWriter text = new StringWriter();
    trainer(2)
        .metric("mine", (predictions, targets) -> Double.NaN)
        .keepBest()
        .listener(JsonLog.to(new PrintWriter(text)))
        .build()
        .fit(NETWORK, IRIS, IRIS);
    List<String> lines = text.toString().lines().toList();
    assertTrue(
        lines
            .get(0)
            .matches(
                "\\{\"epoch\":1,\"loss\":[0-9.]+,\"validation_loss\":[0-9.]+,"
                    + "\"validation\":\\{\"mine\":null\\},\"learning_rate\":0\\.001,"
                    + "\"seconds\":[0-9.E-]+\\}"),
        lines.get(0));
    assertEquals(
        "{\"outcome\":\"completed\",\"epochs\":2,\"best_epoch\":2,\"advice\":[]}", lines.get(2));
    assertFalse(text.toString().contains("NaN"));
  }
}
