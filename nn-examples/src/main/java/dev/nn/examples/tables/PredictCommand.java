package dev.nn.examples.tables;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.nn.core.Model;
import dev.nn.data.TabularModel;
import dev.nn.data.schema.Prediction;
import dev.nn.data.table.NumberColumn;
import dev.nn.data.table.Table;
import dev.nn.examples.terminal.Terminal;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Predicts the rows of a table with a saved model. */
@Command(
    name = "predict",
    description = {
      "Predict each row of a table with a model of \"nn train DATA --save MODEL\". Columns are"
          + " matched by name; the column to predict may be missing. Other models take a table of"
          + " numbers in the order of their features, or pictures in an IDX file."
    },
    sortOptions = false)
public final class PredictCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "MODEL", description = "The model.")
  private Path model = Path.of("");

  @Parameters(index = "1", paramLabel = "DATA", description = "The table with the new rows.")
  private String data = "";

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Write the predictions to a CSV file instead of the terminal.")
  private Optional<Path> output = Optional.empty();

  @Option(
      names = "--probabilities",
      description = "Add a column for each class, with its probability.")
  private boolean probabilities;

  @Mixin private DataOptions options = new DataOptions();

  private final Terminal terminal;

  /** Makes the command, which prints to a terminal. */
  public PredictCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Model loaded = Model.load(model);
    if (!TabularModel.hasSchema(loaded)) {
      PlainModel plain = new PlainModel(loaded);
      print(plain.targetColumns(), plain.predict(data, options, terminal));
      return 0;
    }
    TabularModel tabular = TabularModel.of(loaded);
    Table table = options.read(data, terminal.silent());
    tabular.schema().differences(table).forEach(text -> terminal.err().println(data + ": " + text));
    print(tabular.schema().targetColumns(), tabular.predict(table));
    return 0;
  }

  private void print(List<String> header, List<Prediction> predictions) throws IOException {
    if (output.isPresent()) {
      try (CsvWriter csv =
          CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(output.get())) {
        write(header, predictions, csv);
      }
      terminal.printf("%,d predictions written to %s", predictions.size(), output.get());
      return;
    }
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
      write(header, predictions, csv);
    }
    terminal.out().print(text);
    terminal.out().flush();
  }

  private void write(List<String> targets, List<Prediction> predictions, CsvWriter csv) {
    List<String> header = new ArrayList<>(targets);
    if (probabilities && !predictions.isEmpty()) {
      header.addAll(predictions.get(0).probabilities().keySet());
    }
    csv.writeRecord(header);
    for (Prediction prediction : predictions) {
      List<String> row = new ArrayList<>();
      if (prediction.values().isEmpty()) {
        row.add(prediction.label());
      } else {
        prediction.values().values().forEach(value -> row.add(NumberColumn.text(value)));
      }
      if (probabilities) {
        prediction.probabilities().values().forEach(p -> row.add(NumberColumn.text(p)));
      }
      csv.writeRecord(row);
    }
  }
}
