package dev.nn.examples.onnx;

import dev.nn.core.Model;
import dev.nn.data.TabularModel;
import dev.nn.examples.terminal.OutputFile;
import dev.nn.examples.terminal.Terminal;
import dev.nn.imports.WeightExport;
import dev.nn.onnx.OnnxExport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a saved model as an ONNX file, or its weights for another tool. */
@Command(
    name = "export",
    description = {
      "Write a model as an ONNX file, which other tools and languages run.",
      "A model of a table takes its columns as they are: scaling and categories become a part of"
          + " the file, and classes get a second output with their labels.",
      "With --to, only the weights are written, for the same layers in that tool."
    },
    sortOptions = false)
public final class ExportCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "MODEL", description = "The file of a model.")
  private Path model = Path.of("");

  @Parameters(
      index = "1",
      paramLabel = "FILE",
      description = "The file to write, such as digits.onnx.")
  private Path file = Path.of("");

  /** The tools that weights are written for. */
  enum Tool {
    keras,
    torch,
    npz
  }

  @Option(
      names = "--to",
      paramLabel = "keras|torch|npz",
      description = {
        "Write the weights alone: for load_weights of Keras (name the file x.weights.h5), as a"
            + " state_dict of PyTorch (.pt), or as the arrays coef_0, intercept_0, … of NumPy."
      })
  private Optional<Tool> tool = Optional.empty();

  @Option(
      names = "--logits",
      description = {
        "Leave the last activation out. Runtimes compute rare probabilities badly, so whoever needs"
            + " them computes the activation himself."
      })
  private boolean logits;

  @Option(
      names = "--labels",
      description = {
        "Write the labels of classes into the metadata too. Some runtimes record the metadata of the"
            + " models that they load."
      })
  private boolean labels;

  @Option(
      names = "--features",
      description = "Of a model of a table, write the network alone, which takes features.")
  private boolean features;

  @Spec private CommandSpec command = CommandSpec.create();

  private final Terminal terminal;

  /** Makes the command, which prints to a terminal. */
  public ExportCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    OutputFile.check(command, "FILE", file, model);
    Model loaded = Model.load(model);
    if (tool.isPresent()) {
      return writeWeights(loaded, tool.get());
    }
    boolean isTable = TabularModel.hasSchema(loaded) && !features;
    OnnxExport export =
        isTable ? OnnxExport.ofTable(TabularModel.of(loaded)) : OnnxExport.of(loaded);
    if (logits) {
      export = export.withLogits();
    }
    if (labels) {
      export = export.withLabels();
    }
    export.write(file);
    return told();
  }

  private int writeWeights(Model loaded, Tool wanted) throws IOException {
    if (logits || labels || features) {
      throw new ParameterException(
          command.commandLine(), "--logits, --labels and --features are for ONNX; leave --to out");
    }
    switch (wanted) {
      case keras -> WeightExport.keras(loaded, file);
      case torch -> WeightExport.torch(loaded, file);
      case npz -> WeightExport.npz(loaded, file);
    }
    return told();
  }

  private int told() throws IOException {
    terminal.printf("%s written, %,d bytes", file, Files.size(file));
    return 0;
  }
}
