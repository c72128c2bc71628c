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
      "Its file takes about half or a quarter of the bytes. Layers of 65,536 weights or more (int8: a"
          + " million) predict single examples faster. Each prediction changes a little: \"nn evaluate"
          + " MODEL --compressed\" shows before what that costs and brings. A compressed model cannot be"
          + " trained further, so keep the other."
    },
    sortOptions = false)
public final class CompressCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "MODEL", description = "The file of a model.")
  private Path model = Path.of("");

  @Parameters(index = "1", paramLabel = "FILE", description = "The file to write.")
  private Path file = Path.of("");

  @Option(
      names = "--to",
      paramLabel = "bfloat16|int8",
      description = "The form of the weights. Default: bfloat16.")
  private Compression form = Compression.BFLOAT16;

  @Spec private CommandSpec command = CommandSpec.create();

  private final Terminal terminal;

  /** Makes the command, which prints to a terminal. */
  public CompressCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    OutputFile.check(command, "FILE", file, model);
    Model loaded = Model.load(model);
    long before = Files.size(model);
    loaded.compressed(form).save(file);
    terminal.printf("%s written, %,d bytes; %s has %,d", file, Files.size(file), model, before);
    return 0;
  }
}
