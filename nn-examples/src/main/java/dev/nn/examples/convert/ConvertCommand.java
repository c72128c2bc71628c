package dev.nn.examples.convert;

import dev.nn.api.DataException;
import dev.nn.data.Conversion;
import dev.nn.data.MappedTable;
import dev.nn.examples.tables.TableOptions;
import dev.nn.examples.terminal.OutputFile;
import dev.nn.examples.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a mapped data set of a table that need not fit in memory. */
@Command(
    name = "convert",
    description = {
      "Turn a table of any size into a data set that is mapped into memory: a safetensors file,"
          + " which Python reads too. Meanwhile a temporary file beside it takes about as much room"
          + " as the table."
    },
    sortOptions = false)
public final class ConvertCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "DATA",
      description = {
        "A table: CSV or ARFF of any size; LIBSVM, NumPy or IDX that fit in memory; with --query the"
            + " URL of a database, such as jdbc:sqlite:shop.db."
      })
  private String data = "";

  @Option(
      names = "--output",
      required = true,
      paramLabel = "FILE",
      description = "The file to write, such as trips.safetensors.")
  private Path output = Path.of("");

  @Option(
      names = "--schema-of",
      paramLabel = "FILE",
      description = {
        "Encode the rows as those of this converted file were, for instance a test set as the"
            + " training set."
      })
  private Optional<Path> schemaOf = Optional.empty();

  @Mixin private TableOptions options = new TableOptions();

  @Spec private CommandSpec command = CommandSpec.create();

  private final Terminal terminal;

  /** Makes the command, which prints to a terminal. */
  public ConvertCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  private Path[] inputs() {
    return Stream.concat(options.data().source(data).stream(), schemaOf.stream())
        .toArray(Path[]::new);
  }

  @Override
  public Integer call() throws IOException {
    if (schemaOf.isPresent() && !options.roles().isEmpty()) {
      throw new DataException(
          "--schema-of says what all columns are for; leave out --target and --columns");
    }
    OutputFile.check(command, "--output", output, inputs());
    Conversion conversion =
        Conversion.of(options.data().blocks(data))
            .columns(options.roles())
            .onSchema(schema -> terminal.out().print(schema));
    MappedTable table =
        schemaOf.isPresent()
            ? conversion.to(output, MappedTable.open(schemaOf.get()).schema())
            : conversion.to(output);
    terminal.printf(
        "%,d rows of %,d features written to %s, %,d bytes",
        table.rows(), table.schema().features().size(), output, Files.size(output));
    return 0;
  }
}
