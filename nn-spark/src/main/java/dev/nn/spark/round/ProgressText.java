package dev.nn.spark.round;

import dev.nn.core.training.EpochRecord;
import dev.nn.core.training.ShardState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * All of a {@link Progress} but its weights and slots as text: a line for each thing, with tabs
 * between its parts. Numbers are written so that the same bits come back. The last line says that
 * it is the last, so a text that was cut short is known as such.
 */
public final class ProgressText {
  private static final Pattern TAB = Pattern.compile("\t");
  private static final String FIRST = "nn-spark checkpoint 1";
  private static final String LAST = "end";

  private ProgressText() {}

  /**
   * Writes the text.
   *
   * @param fingerprint what a run must be like to go on from there
   */
  public static String write(Progress progress, String fingerprint) {
    List<String> lines = new ArrayList<>();
    lines.add(FIRST);
    fingerprint.lines().forEach(line -> lines.add("settings\t" + line));
    lines.add("epoch\t" + progress.epoch());
    lines.add("round\t" + progress.round());
    lines.add("loss\t" + progress.lossSum());
    lines.add("rows\t" + progress.rows());
    lines.add("steps\t" + progress.state().steps());
    lines.add("optimizer" + numbers(progress.state().numbers()[0]));
    lines.add("schedule" + numbers(progress.state().numbers()[1]));
    progress
        .best()
        .ifPresent(
            best ->
                lines.add(
                    "best\t%s\t%s\t%s"
                        .formatted(best.number(), best.epochsWithout(), best.state().steps())));
    progress.history().forEach(epoch -> lines.add("history\t" + epoch(epoch)));
    lines.add(LAST);
    return String.join("\n", lines) + "\n";
  }

  private static String numbers(double[] numbers) {
    return Arrays.stream(numbers).mapToObj(number -> "\t" + number).collect(Collectors.joining());
  }

  private static String epoch(EpochRecord epoch) {
    StringBuilder text = new StringBuilder();
    text.append(epoch.epoch()).append('\t').append(epoch.loss()).append('\t');
    text.append(epoch.validationLoss().isPresent() ? epoch.validationLoss().getAsDouble() : "-");
    text.append('\t').append(epoch.learningRate()).append('\t').append(epoch.duration().toNanos());
    epoch
        .validationMetrics()
        .forEach((name, value) -> text.append('\t').append(name).append('\t').append(value));
    return text.toString();
  }

  /** Whether the text was written to its end. */
  public static boolean isWhole(String text) {
    return text.startsWith(FIRST + "\n") && text.endsWith("\n" + LAST + "\n");
  }

  /** The fingerprint that the text was written with. */
  public static String fingerprint(String text) {
    return lines(text, "settings").stream()
        .map(parts -> String.join("\t", parts))
        .collect(Collectors.joining("\n"));
  }

  /**
   * Reads a text back.
   *
   * @param floats the weights and the slots
   * @param best the best weights, if the text speaks of them
   */
  public static Progress read(String text, float[][] floats, Optional<float[][]> best) {
    double[][] numbers = {doubles(text, "optimizer"), doubles(text, "schedule")};
    ShardState state = new ShardState(floats, numbers, Long.parseLong(one(text, "steps")));
    return new Progress(
        state,
        Integer.parseInt(one(text, "epoch")),
        Integer.parseInt(one(text, "round")),
        Double.parseDouble(one(text, "loss")),
        Long.parseLong(one(text, "rows")),
        lines(text, "history").stream().map(ProgressText::record).toList(),
        best.map(weights -> best(lines(text, "best").get(0), weights, numbers)));
  }

  /** Whether the text speaks of best weights. */
  public static boolean hasBest(String text) {
    return !lines(text, "best").isEmpty();
  }

  private static Progress.Best best(List<String> parts, float[][] weights, double[][] numbers) {
    return new Progress.Best(
        Double.parseDouble(parts.get(0)),
        Integer.parseInt(parts.get(1)),
        new ShardState(weights, numbers, Long.parseLong(parts.get(2))));
  }

  private static EpochRecord record(List<String> parts) {
    SortedMap<String, Double> metrics = new TreeMap<>(Map.of());
    for (int i = 5; i + 1 < parts.size(); i += 2) {
      metrics.put(parts.get(i), Double.valueOf(parts.get(i + 1)));
    }
    return new EpochRecord(
        Integer.parseInt(parts.get(0)),
        Double.parseDouble(parts.get(1)),
        parts.get(2).equals("-")
            ? OptionalDouble.empty()
            : OptionalDouble.of(Double.parseDouble(parts.get(2))),
        metrics,
        Double.parseDouble(parts.get(3)),
        Duration.ofNanos(Long.parseLong(parts.get(4))));
  }

  private static String one(String text, String key) {
    return lines(text, key).get(0).get(0);
  }

  private static double[] doubles(String text, String key) {
    return lines(text, key).get(0).stream().mapToDouble(Double::parseDouble).toArray();
  }

  /** What stands behind a key, for each line that begins with it. */
  private static List<List<String>> lines(String text, String key) {
    return text.lines()
        .map(line -> TAB.splitAsStream(line).toList())
        .filter(parts -> parts.get(0).equals(key))
        .map(parts -> parts.subList(1, parts.size()))
        .toList();
  }
}
