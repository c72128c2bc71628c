package dev.nn.examples.java;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.examples.java.Printed.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each program to copy prints what its comment promises. */
class ProgramsTest {
  private static final Path PACKAGE = Path.of("src/main/java/dev/nn/examples/java");
  private static final Pattern LINK =
      Pattern.compile("\\]\\(nn-examples/" + PACKAGE + "/(\\w+)\\.java\\)");

  @TempDir private Path folder;

  /** A program and what it has to print. */
  private record Row(String name, Program program, Consumer<Printed> check) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static List<Row> rows() {
    return List.of(
        new Row("TrainOnArrays", TrainOnArrays::main, ProgramsTest::insideAndOutside),
        new Row("ReadCsv", ReadCsv::main, ProgramsTest::wideAndTall),
        new Row("WatchAndStop", WatchAndStop::main, ProgramsTest::stoppedAtTheAccuracy),
        new Row("StepByStep", StepByStep::main, ProgramsTest::sameFromHalfway),
        new Row("ResumeFromCheckpoint", ResumeFromCheckpoint::main, ProgramsTest::sameResumed),
        new Row("StopEarly", StopEarly::main, ProgramsTest::stoppedFiveAfterTheBest),
        new Row("FindLearningRate", FindLearningRate::main, ProgramsTest::aRateThatLearns),
        new Row("OwnDataset", OwnDataset::main, ProgramsTest::aProduct),
        new Row("OwnActivation", OwnActivation::main, ProgramsTest::exclusiveOr),
        // Whether x² + y² is below a bound is linear in the squares.
        new Row("OwnLayer", OwnLayer::main, out -> out.assertBetween(0.98, 1, "accuracy")),
        // ½ ŷ² + ½ · 3 (1 − ŷ)² is least at ŷ = ¾.
        new Row("OwnLoss", OwnLoss::main, out -> out.assertBetween(0.74, 0.76, "loaves to bake")),
        new Row("OwnMetric", OwnMetric::main, ProgramsTest::aSmallerLargestError),
        new Row("WeighClasses", WeighClasses::main, ProgramsTest::foundWithWeightsOnly),
        new Row("TransferLearning", TransferLearning::main, ProgramsTest::onlyTheLastLayerLearns),
        new Row("SeveralOutputs", SeveralOutputs::main, ProgramsTest::aThrow),
        new Row("PredictFromManyThreads", PredictFromManyThreads::main, ProgramsTest::allEqual));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void printsWhatItPromises(Row row) throws Exception {
    Path argument = folder.resolve(row.name);
    if (row.name.equals("ReadCsv")) {
      writeTable(argument);
    }
    row.check.accept(Printed.by(row.program, argument.toString()));
  }

  @Test
  void everyProgramIsTestedAndListedInTheReadme() throws IOException {
    Path module = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
    Set<String> programs = new TreeSet<>();
    try (Stream<Path> files = Files.list(module.resolve(PACKAGE))) {
      files.map(file -> file.getFileName().toString()).forEach(programs::add);
    }
    programs.remove("package-info.java");
    assertEquals(
        programs,
        rows().stream()
            .map(row -> row.name + ".java")
            .collect(Collectors.toCollection(TreeSet::new)));
    String readme = Files.readString(module.resolveSibling("README.md"));
    List<String> links = LINK.matcher(readme).results().map(ProgramsTest::file).sorted().toList();
    assertEquals(List.copyOf(programs), links);
  }

  private static String file(MatchResult link) {
    return link.group(1) + ".java";
  }

  /** A rectangle is wide or tall, on a grid without squares. */
  private static void writeTable(Path file) throws IOException {
    StringBuilder csv = new StringBuilder("width,height,form\n");
    for (int width = 1; width <= 16; width++) {
      for (int height = 1; height <= 16; height++) {
        if (width != height) {
          csv.append("%s,%s,%s\n".formatted(width, height, width > height ? "wide" : "tall"));
        }
      }
    }
    Files.writeString(file, csv);
  }

  /** Of the square, the circle with the radius √½ covers π/8, so guessing gives 0.61. */
  private static void insideAndOutside(Printed out) {
    out.assertBetween(0.95, 1, "test accuracy");
    out.assertLine("is the centre inside? true");
    out.assertLine("is the corner inside? false");
  }

  private static void wideAndTall(Printed out) {
    out.assertLine("rows 240");
    out.assertLine("features [width, height]");
    out.assertLine("targets 2 classes: tall, wide");
    out.assertBetween(0.95, 1, "test accuracy");
  }

  /** The last line of an epoch is the first that reaches the accuracy. */
  private static void stoppedAtTheAccuracy(Printed out) {
    out.assertLine("outcome STOPPED");
    int epochs = (int) out.number("finished epochs");
    assertTrue(epochs > 1 && epochs < 100, out::toString);
    for (int epoch = 1; epoch < epochs; epoch++) {
      out.assertBetween(0, 0.9499, "epoch " + epoch + ": accuracy");
    }
    out.assertBetween(0.95, 1, "epoch " + epochs + ": accuracy");
  }

  /** 150 flowers are 15 steps of an epoch. */
  private static void sameFromHalfway(Printed out) {
    out.assertBetween(0, 0.8, "step 100: loss");
    out.assertBetween(0.9, 1, "accuracy");
    out.assertLine("steps in all 300");
    out.assertLine("same weights again: true");
  }

  private static void sameResumed(Printed out) {
    out.assertLine("epochs before the end 2");
    out.assertLine("epochs in all 6");
    out.assertLine("same weights: true");
  }

  private static void stoppedFiveAfterTheBest(Printed out) {
    out.assertLine("outcome STOPPED_EARLY");
    assertEquals(out.number("best epoch") + 5, out.number("finished epochs"));
    out.assertBetween(0.94, 1, "test accuracy");
  }

  private static void aRateThatLearns(Printed out) {
    double loss = out.number("loss with it");
    assertTrue(loss < 1, () -> "loss " + loss);
    assertTrue(loss < out.number("loss with a hundredth") / 2);
  }

  /** Always to say the mean, ¼, would be off by 0.18 in the mean. */
  private static void aProduct(Printed out) {
    out.assertBetween(0, 0.03, "mean error");
    out.assertBetween(0.35, 0.45, "0.5 times 0.8 is about");
  }

  private static void exclusiveOr(Printed out) {
    out.assertBetween(-0.1, 0.1, "0.0 xor 0.0 is");
    out.assertBetween(0.9, 1.1, "0.0 xor 1.0 is");
    out.assertBetween(0.9, 1.1, "1.0 xor 0.0 is");
    out.assertBetween(-0.1, 0.1, "1.0 xor 1.0 is");
  }

  private static void aSmallerLargestError(Printed out) {
    out.assertBetween(0.3, 1.5, "largest error after the first epoch");
    out.assertBetween(0, 0.15, "largest error in the end");
  }

  /** By symmetry the weighed border is near 1.5, where a quarter of either class is beyond it. */
  private static void foundWithWeightsOnly(Printed out) {
    out.assertBetween(0, 0, "broken parts found without weights");
    out.assertBetween(0.55, 0.9, "broken parts found with weights");
    out.assertBetween(0.1, 0.4, "whole parts thrown away");
  }

  private static void onlyTheLastLayerLearns(Printed out) {
    out.assertLine("examples 90");
    out.assertBetween(0.8, 1, "test accuracy");
    out.assertLine("the first layer has not changed: true");
  }

  /** v² sin(2α) / g = 10.19 and (v sin α)² / 2g = 2.55. */
  private static void aThrow(Printed out) {
    out.assertBetween(0.99, 1, "r2 on unseen throws");
    out.assertBetween(9.9, 10.5, "far at 10 m/s and 45 degrees");
    out.assertBetween(2.4, 2.7, "high at 10 m/s and 45 degrees");
  }

  private static void allEqual(Printed out) {
    out.assertLine("answers that say setosa 1000");
  }
}
