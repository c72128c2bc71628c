package dev.nn.examples.tables;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.nn.core.Model;
import dev.nn.data.TabularModel;
import dev.nn.data.schema.Prediction;
import dev.nn.data.table.Column;
import dev.nn.data.table.NumberColumn;
import dev.nn.data.table.Table;
import dev.nn.examples.terminal.OutputFile;
import dev.nn.examples.terminal.Terminal;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

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

  @Option(
      names = "--with",
      paramLabel = "COLUMN",
      split = ",",
      description = {
        "Copy columns of DATA, such as --with id,name, so that one sees whose prediction it is."
      })
  private List<String> copied = List.of();

  @Mixin private DataOptions options = new DataOptions();

  @Spec private CommandSpec command = CommandSpec.create();

  private final Terminal terminal;

  /** Makes the command, which prints to a terminal. */
  public PredictCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    output.ifPresent(file -> OutputFile.check(command, "--output", file));
    Model loaded = Model.load(model);
    if (!TabularModel.hasSchema(loaded)) {
      PlainModel plain = new PlainModel(loaded);
      List<Prediction> predictions = plain.predict(data, options, terminal);
      print(
          plain.targetColumns(),
          predictions.stream().map(PlainModel::cells).toList(),
          predictions,
          copied.isEmpty() ? List.of() : copied(options.read(data, terminal.silent())));
      return 0;
    }
    TabularModel tabular = TabularModel.of(loaded);
    Table table = options.read(data, terminal.silent());
    tabular.schema().differences(table).forEach(text -> terminal.err().println(data + ": " + text));
    List<Prediction> predictions = tabular.predict(table);
    List<Column> columns = tabular.schema().predicted(predictions).columns();
    print(
        tabular.schema().targetColumns(),
        IntStream.range(0, predictions.size())
            .mapToObj(row -> columns.stream().map(column -> column.text(row)).toList())
            .toList(),
        predictions,
        copied(table));
    return 0;
  }

  private List<Column> copied(Table table) {
    return copied.stream().map(table::column).toList();
  }

  /** Prints what is predicted for each row, in a cell for each target. */
  private void print(
      List<String> targets,
      List<List<String>> cells,
      List<Prediction> predictions,
      List<Column> copies)
      throws IOException {
    if (output.isPresent()) {
      try (CsvWriter csv =
          CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(output.get())) {
        write(targets, cells, predictions, copies, csv);
      }
      terminal.printf("%,d predictions written to %s", predictions.size(), output.get());
      return;
    }
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
      write(targets, cells, predictions, copies, csv);
    }
    terminal.out().print(text);
    terminal.out().flush();
  }

  private void write(
      List<String> targets,
      List<List<String>> cells,
      List<Prediction> predictions,
      List<Column> copies,
      CsvWriter csv) {
    List<String> header = new ArrayList<>();
    copies.forEach(column -> header.add(column.name()));
    header.addAll(targets);
    if (probabilities && !predictions.isEmpty()) {
      header.addAll(predictions.get(0).probabilities().keySet());
    }
    csv.writeRecord(header);
    for (int i = 0; i < predictions.size(); i++) {
      List<String> row = new ArrayList<>();
      for (Column column : copies) {
        row.add(column.text(i));
      }
      row.addAll(cells.get(i));
      if (probabilities) {
        predictions.get(i).probabilities().values().forEach(p -> row.add(NumberColumn.text(p)));
      }
      csv.writeRecord(row);
    }
  }
}
