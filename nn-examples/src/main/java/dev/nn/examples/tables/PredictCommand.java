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
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import java.util.stream.Stream;
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
  private static final CsvWriter.CsvWriterBuilder FORM =
      CsvWriter.builder().lineDelimiter(LineDelimiter.LF);

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
      description = "Add a column for each class, as probability_cat, with its probability.")
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
    output.ifPresent(file -> OutputFile.check(command, "--output", file, inputs()));
    Model loaded = Model.load(model);
    write(TabularModel.hasSchema(loaded) ? ofTable(TabularModel.of(loaded)) : ofNumbers(loaded));
    return 0;
  }

  private Path[] inputs() {
    return Stream.concat(Stream.of(model), options.source(data).stream()).toArray(Path[]::new);
  }

  private List<List<String>> ofTable(TabularModel tabular) throws IOException {
    Table table = options.read(data, terminal.silent());
    tabular.schema().differences(table).forEach(text -> terminal.err().println(data + ": " + text));
    List<Prediction> predictions = tabular.predict(table);
    List<Column> columns = tabular.schema().predicted(predictions).columns();
    return records(
        table,
        columns.stream().map(Column::name).toList(),
        row -> columns.stream().map(column -> column.text(row)).toList(),
        predictions);
  }

  private List<List<String>> ofNumbers(Model loaded) throws IOException {
    PlainModel plain = new PlainModel(loaded);
    List<Prediction> predictions = plain.predict(data, options, terminal);
    return records(
        copied.isEmpty() ? Table.of() : options.read(data, terminal.silent()),
        plain.targetColumns(),
        row -> PlainModel.cells(predictions.get(row)),
        predictions);
  }

  /**
   * The header, and a record for each row: what is copied, what is predicted, how probable it is.
   */
  private List<List<String>> records(
      Table table,
      List<String> targets,
      IntFunction<List<String>> predicted,
      List<Prediction> predictions) {
    List<Column> copies = copied.stream().map(table::column).toList();
    List<List<String>> records = new ArrayList<>();
    List<String> header = new ArrayList<>(copied);
    for (String target : targets) {
      header.add(copied.contains(target) ? "predicted_" + target : target);
    }
    if (probabilities && !predictions.isEmpty()) {
      Set<String> classes = predictions.get(0).probabilities().keySet();
      if (classes.isEmpty()) {
        terminal.err().println("--probabilities: what this model predicts has none; left out");
      }
      classes.forEach(label -> header.add("probability_" + label));
    }
    records.add(header);
    for (int i = 0; i < predictions.size(); i++) {
      List<String> record = new ArrayList<>();
      for (Column column : copies) {
        record.add(column.text(i));
      }
      record.addAll(predicted.apply(i));
      if (probabilities) {
        predictions.get(i).probabilities().values().forEach(p -> record.add(NumberColumn.text(p)));
      }
      records.add(record);
    }
    return records;
  }

  private void write(List<List<String>> records) throws IOException {
    if (output.isPresent()) {
      OutputFile.write(
          output.get(), out -> write(records, new OutputStreamWriter(out, StandardCharsets.UTF_8)));
      terminal.printf("%,d predictions written to %s", records.size() - 1, output.get());
      return;
    }
    StringWriter text = new StringWriter();
    write(records, text);
    terminal.out().print(text);
    terminal.out().flush();
  }

  private static void write(List<List<String>> records, Writer to) throws IOException {
    try {
      CsvWriter csv = FORM.build(to);
      records.forEach(csv::writeRecord);
      csv.flush();
      to.flush();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
