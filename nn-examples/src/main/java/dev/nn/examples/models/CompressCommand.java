package dev.nn.examples.models;

import dev.nn.core.Model;
import dev.nn.examples.terminal.OutputFile;
import dev.nn.examples.terminal.Terminal;
import dev.nn.math.Compression;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a saved model with weights that take less room. */
@Command(
    name = "compress",
    description = {
      "Write a model with weights of 16 bits (bfloat16) or 8 bits (int8) in place of 32.",
      "Its file takes half or a quarter of the bytes, and large networks predict single examples"
          + " faster. Each prediction changes a little: \"nn evaluate MODEL --compressed\" shows before"
          + " what that costs. A compressed model cannot be trained further, so keep the other."
    },
    sortOptions = false)
public final class CompressCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "MODEL", description = "The file of a model.")
  private Path model = Path.of("");

  @Parameters(index = "1", paramLabel = "FILE", description = "The file to write.")
  private Path file = Path.of("");

  /** The forms by the names that they have in files. */
  enum Form {
    bfloat16(Compression.BFLOAT16),
    int8(Compression.INT8);

    final Compression compression;

    Form(Compression compression) {
      this.compression = compression;
    }
  }

  @Option(
      names = "--to",
      paramLabel = "bfloat16|int8",
      description = "The form of the weights. Default: bfloat16.")
  private Form form = Form.bfloat16;

  @Spec private CommandSpec command = CommandSpec.create();

  private final Terminal terminal;

  /** Makes the command, which prints to a terminal. */
  public CompressCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    OutputFile.check(command, "FILE", file);
    Model loaded = Model.load(model);
    loaded.compressed(form.compression).save(file);
    terminal.printf(
        "%s written, %,d bytes; %s has %,d", file, Files.size(file), model, Files.size(model));
    return 0;
  }
}
