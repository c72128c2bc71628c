package dev.nn.examples.onnx;

import dev.nn.core.Model;
import dev.nn.examples.terminal.NetworkTable;
import dev.nn.examples.terminal.Terminal;
import dev.nn.onnx.OnnxImport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads an ONNX file and saves it as a model. */
@Command(
    name = "import",
    description = {
      "Read an ONNX file of another tool and save it as a model, to predict with and to train on.",
      "Its graph must be a stack of our layers; otherwise the node that does not fit is named."
    },
    sortOptions = false)
public final class ImportCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "The ONNX file.")
  private Path file = Path.of("");

  @Option(
      names = "--output",
      required = true,
      paramLabel = "MODEL",
      description = "The file of the model to write, such as torch.safetensors.")
  private Path output = Path.of("");

  private final Terminal terminal;

  /** Makes the command, which prints to a terminal. */
  public ImportCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Model model = OnnxImport.read(file);
    terminal.out().println(NetworkTable.of(model.network(), terminal.columns()));
    model.save(output);
    terminal.printf("model saved to %s", output);
    terminal.printf("weights sha256 %s", model.weightsSha256());
    return 0;
  }
}
