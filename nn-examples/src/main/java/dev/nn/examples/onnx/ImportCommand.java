package dev.nn.examples.onnx;

import dev.nn.core.Model;
import dev.nn.examples.terminal.NetworkTable;
import dev.nn.examples.terminal.OutputFile;
import dev.nn.examples.terminal.Terminal;
import dev.nn.imports.ModelImport;
import dev.nn.onnx.OnnxImport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads a file of another tool and saves it as a model. */
@Command(
    name = "import",
    description = {
      "Read a file of another tool and save it as a model, to predict with and to train on: ONNX,"
          + " Keras, PyTorch, scikit-learn (.npz), Weka, Deeplearning4j, PMML or Encog. Which of"
          + " them it is, its content tells.",
      "The network must be a stack of our layers, in a graph of ONNX also with branches that are"
          + " joined; otherwise what does not fit is named."
    },
    sortOptions = false)
public final class ImportCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "The file of the other tool.")
  private Path file = Path.of("");

  @Option(
      names = "--output",
      required = true,
      paramLabel = "MODEL",
      description = "The file of the model to write, such as torch.safetensors.")
  private Path output = Path.of("");

  @Option(
      names = "--layers",
      paramLabel = "SPECS",
      description = {
        "The layers that the weights belong to, where the file has weights only, as that of PyTorch."
            + " Without it, the refusal says which layers the shapes fit."
      })
  private String layers = "";

  @Spec private CommandSpec command = CommandSpec.create();

  private final Terminal terminal;

  /** Makes the command, which prints to a terminal. */
  public ImportCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    OutputFile.check(command, "--output", output, file);
    Model model = read();
    terminal.out().println(NetworkTable.of(model.network(), terminal.columns()));
    model.save(output);
    terminal.printf("model saved to %s", output);
    terminal.printf("weights sha256 %s", model.weightsSha256());
    return 0;
  }

  private Model read() throws IOException {
    if (ModelImport.recognizes(file)) {
      return ModelImport.read(file, layers);
    }
    if (!layers.isEmpty()) {
      throw new ParameterException(
          command.commandLine(), "--layers: an ONNX file has its layers itself; leave it out");
    }
    return OnnxImport.read(file);
  }
}
