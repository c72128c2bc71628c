package dev.nn.watch;

import dev.nn.core.TrainingListener;
import dev.nn.core.TrainingRun;
import dev.nn.core.training.EpochRecord;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Prints a table that grows by a row with each epoch, below a header with the names of the columns,
 * which are those of {@link CsvLog}:
 *
 * <pre>{@code
 * epoch     loss  validation_loss  validation_accuracy  learning_rate  seconds
 *     1   2.1034           1.8921               0.4872          0.001     0.21
 *     2   1.6120           1.4410               0.6944          0.001     0.12
 * }</pre>
 */
public final class EpochTable implements TrainingListener {
  private static final int NARROWEST = 7;

  private final PrintWriter out;
  private List<String> columns = List.of();

  private EpochTable(PrintWriter out) {
    this.out = out;
  }

  /** A table on a writer, which stays open. */
  public static EpochTable to(PrintWriter out) {
    return new EpochTable(Objects.requireNonNull(out, "out"));
  }

  @Override
  public void runStarted(TrainingRun run) {
    columns = List.of();
  }

  @Override
  public void epochEnded(TrainingRun run, EpochRecord epoch) {
    Map<String, Number> numbers = Columns.of(epoch);
    if (!columns.equals(List.copyOf(numbers.keySet()))) {
      columns = List.copyOf(numbers.keySet());
      println(columns.stream().map(name -> padded(name, name)).toList());
    }
    println(
        numbers.entrySet().stream()
            .map(cell -> padded(cell.getKey(), text(cell.getKey(), cell.getValue())))
            .toList());
  }

  private void println(List<String> cells) {
    out.println(cells.stream().collect(Collectors.joining("  ")));
    out.flush();
  }

  private static String padded(String column, String text) {
    int width = column.equals("epoch") ? column.length() : Math.max(NARROWEST, column.length());
    return " ".repeat(Math.max(0, width - text.length())) + text;
  }

  private static String text(String column, Number number) {
    return switch (column) {
      case "epoch" -> number.toString();
      case "learning_rate" -> String.valueOf(number.floatValue());
      case "seconds" -> String.format(Locale.ROOT, "%.2f", number.doubleValue());
      default -> Texts.number(number.doubleValue());
    };
  }
}
