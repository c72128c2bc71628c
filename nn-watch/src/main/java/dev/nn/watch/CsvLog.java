package dev.nn.watch;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.nn.core.TrainingListener;
import dev.nn.core.TrainingRun;
import dev.nn.core.training.EpochRecord;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Writes a line of comma-separated values for each epoch to a file, below a line with the names of
 * the columns: {@code epoch,loss,validation_loss,validation_accuracy,learning_rate,seconds}.
 *
 * <pre>{@code
 * Trainer.builder().listener(CsvLog.to(Path.of("run.csv")))
 * }</pre>
 *
 * <p>Each line is in the file as soon as its epoch has ended, and nothing has to be closed. A new
 * run begins a new log in the place of the old one; a run that is resumed writes the epochs before
 * it again, as its checkpoint knows them, so that each epoch stands there once, whenever the run
 * was interrupted. A file that is no such log is not overwritten. Numbers have all their digits;
 * what an epoch does not have is an empty cell.
 */
public final class CsvLog implements TrainingListener {
  private final LogFile file;
  private List<String> columns = List.of();

  private CsvLog(Path file) {
    this.file = new LogFile(file, "epoch,");
  }

  /** A log in a file, whose folder is made if it is not there. */
  public static CsvLog to(Path file) {
    return new CsvLog(Objects.requireNonNull(file, "file"));
  }

  @Override
  public void runStarted(TrainingRun run) {
    columns = Columns.names(run.history());
    file.start(table(run.history()));
  }

  @Override
  public void epochEnded(TrainingRun run, EpochRecord epoch) {
    if (columns.containsAll(Columns.of(epoch).keySet())) {
      file.append(lines(csv -> row(csv, epoch)));
    } else {
      columns = Columns.names(run.history());
      file.rewrite(table(run.history()));
    }
  }

  private String table(List<EpochRecord> history) {
    if (history.isEmpty()) {
      return "";
    }
    return lines(
        csv -> {
          csv.writeRecord(columns);
          history.forEach(epoch -> row(csv, epoch));
        });
  }

  private void row(CsvWriter csv, EpochRecord epoch) {
    Map<String, Number> numbers = Columns.of(epoch);
    csv.writeRecord(
        columns.stream()
            .map(name -> numbers.containsKey(name) ? String.valueOf(numbers.get(name)) : "")
            .toList());
  }

  private interface Writing {
    void to(CsvWriter csv);
  }

  private static String lines(Writing writing) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
      writing.to(csv);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
