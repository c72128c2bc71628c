package dev.nn.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.core.LayerHealth;
import dev.nn.core.Network;
import dev.nn.core.training.EpochRecord;
import dev.nn.data.TableSplit;
import dev.nn.data.judge.Judgement;
import dev.nn.data.table.Column;
import dev.nn.data.table.Table;
import dev.nn.data.table.TextColumn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a report says, and how it is written. */
class ReportTest {
  @TempDir private Path folder;

  private static List<String> sections(String html) {
    return Pattern.compile("<section id=\"([a-z-]+)\"")
        .matcher(html)
        .results()
        .map(match -> match.group(1))
        .toList();
  }

  private static EpochRecord epoch(int number, double loss) {
    return new EpochRecord(
        number, loss, OptionalDouble.empty(), new TreeMap<>(), 0.01, Duration.ofMillis(5));
  }

  @Test
  void whatIsNotGivenIsLeftOut() {
    String html = Report.titled("empty").build().html();
    assertEquals(List.of(), sections(html));
    assertFalse(html.contains("echarts.init"), "no library without a chart");
    String seeded = Report.titled("seeded").seed(7).build().html();
    assertEquals(List.of("origin"), sections(seeded));
    assertTrue(seeded.contains("<dt>seed</dt><dd>7</dd>"));
  }

  @Test
  void everySectionIsThereForAModelOfClasses() throws IOException {
    String html = Trained.flowers().report("iris.csv").build().html();
    assertEquals(
        List.of(
            "measures",
            "confusion",
            "probabilities",
            "importance",
            "mistakes",
            "learning",
            "network",
            "health",
            "columns",
            "origin"),
        sections(html));
  }

  @Test
  void theVerdictHasTheNumbersOfTheJudgement() throws IOException {
    Trained flowers = Trained.flowers();
    Judgement judgement =
        Judgement.of(flowers.model(), flowers.split().train(), flowers.split().test());
    String html = Report.titled("iris").judgement(judgement).build().html();
    String sentence =
        "The model gets species right for %.1f\u00a0%% of 30 test rows; always saying the most common answer gets 33.3\u00a0%%."
            .formatted(100 * judgement.value());
    assertTrue(html.contains("<h1>" + sentence + "</h1>"), sentence);
    assertTrue(html.contains("Better than guessing"));
  }

  @Test
  void theSameModelGivesTheSamePage() {
    assertEquals(
        Trained.houses().report("houses").build().html(),
        Trained.houses().report("houses").build().html());
  }

  @Test
  void theLossesAreInTheTableAndInTheChart() {
    String html =
        Report.titled("loss").history(List.of(epoch(1, 0.75), epoch(2, 0.5))).build().html();
    assertTrue(html.contains("After 2 epochs the loss is 0.5, from 0.75 in the first."));
    assertTrue(html.contains("\"points\":[[1.0,0.75],[2.0,0.5]]"));
    assertTrue(html.contains("<td data-head=\"Training loss\">0.75</td>"));
  }

  @Test
  void metricsOnBothSetsAreCurvesOfOneChart() {
    TreeMap<String, Double> training = new TreeMap<>(Map.of("accuracy", 0.9));
    TreeMap<String, Double> validation = new TreeMap<>(Map.of("accuracy", 0.8));
    EpochRecord epoch =
        new EpochRecord(
            1, 0.5, training, OptionalDouble.of(0.6), validation, 0.01, Duration.ofMillis(5));
    String html = Report.titled("metrics").history(List.of(epoch)).build().html();
    assertTrue(
        html.contains(
            "\"series\":[{\"name\":\"training\",\"mark\":\"line\",\"points\":[[1.0,0.9]]},"
                + "{\"name\":\"validation\",\"mark\":\"line\",\"points\":[[1.0,0.8]]}]"));
    assertTrue(html.contains("<td data-head=\"Training accuracy\">0.9</td>"));
    assertTrue(html.contains("<td data-head=\"Validation accuracy\">0.8</td>"));
  }

  @Test
  void aLossThatIsNotFiniteLeavesAGap() {
    String html =
        Report.titled("gap").history(List.of(epoch(1, 0.75), epoch(2, Double.NaN))).build().html();
    assertTrue(html.contains("[[1.0,0.75],[2.0,null]]"));
  }

  @Test
  void lossesOverSeveralPowersOfTenGetALogarithmicScale() {
    String html =
        Report.titled("log").history(List.of(epoch(1, 10), epoch(2, 0.01))).build().html();
    assertTrue(html.contains("{\"name\":\"loss\",\"scale\":\"log\""));
  }

  @Test
  void theNetworkIsToldInWords() {
    Network network =
        Network.of(4, "dense(units=20, activation=relu)", "dropout(rate=0.5)", "dense(units=1)");
    String html = Report.titled("net").network(network).build().html();
    assertTrue(
        html.contains(
            "The network: input, 4 features; then dense, 20 × relu; then dropout, 20 numbers; then dense, 1 × identity."));
    assertTrue(html.contains("3 layers with 121 parameters"));
  }

  @Test
  void unitsThatCannotLearnAreCounted() {
    String html =
        Report.titled("health")
            .health(List.of(new LayerHealth(0, "dense relu", 32, 12, 4, Optional.of("try c"))))
            .remarks(List.of("a < b"))
            .build()
            .html();
    assertTrue(html.contains("16 of 32 units can still learn."));
    assertTrue(html.contains("<li>a &lt; b</li><li>try c</li>"));
  }

  @Test
  void thePageNamesNothingOutsideOfItself() throws IOException {
    String html = Trained.flowers().report("iris.csv").build().html();
    assertEquals(
        List.of(),
        Pattern.compile("(?:src|href)=\"(?!#|data:)[^\"]*\"|@import|url\\(")
            .matcher(html.substring(0, html.indexOf("<script>")))
            .results()
            .map(match -> match.group())
            .toList());
  }

  @Test
  void aFileIsReplacedInOneStepAndNothingElseIsLeft() throws IOException {
    Path file = Files.writeString(folder.resolve("report.html"), "old");
    Report report = Report.titled("new").build();
    report.write(file);
    assertEquals(report.html(), Files.readString(file));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(file), files.toList());
    }
  }

  @Test
  void aFolderThatIsNotThereIsNamed() {
    Path file = folder.resolve("missing").resolve("report.html");
    IOException error =
        assertThrows(IOException.class, () -> Report.titled("x").build().write(file));
    assertTrue(
        error.getMessage().contains(folder.resolve("missing").toString()), error.getMessage());
    assertTrue(error.getMessage().contains("create it first"), error.getMessage());
    IOException ofFolder =
        assertThrows(IOException.class, () -> Report.titled("x").build().write(folder));
    assertEquals(folder + " is a folder, not a file", ofFolder.getMessage());
  }

  @Test
  void aClassThatTrainingDidNotSeeIsAMistakeAndNoFault() throws IOException {
    Trained flowers = Trained.flowers();
    Table test = flowers.split().test();
    List<Column> columns = new ArrayList<>(test.columns());
    Column kind = columns.remove(columns.size() - 1);
    List<String> texts = new ArrayList<>();
    for (int row = 0; row < test.rows(); row++) {
      texts.add(row == 0 ? "tulipa" : kind.text(row));
    }
    columns.add(TextColumn.of(kind.name(), texts));
    TableSplit split =
        TableSplit.given(flowers.split().train(), Table.of(columns.toArray(Column[]::new)));
    String html = Report.titled("tulips").judged(flowers.model(), split).build().html();
    assertTrue(sections(html).containsAll(List.of("measures", "mistakes", "health")));
    assertTrue(html.contains("tulipa"));
  }
}
