package dev.nn.examples;

import dev.nn.examples.bench.BenchCommand;
import dev.nn.examples.convert.ConvertCommand;
import dev.nn.examples.lecture.ExplainCommand;
import dev.nn.examples.lecture.LectureCommand;
import dev.nn.examples.models.CompressCommand;
import dev.nn.examples.models.EvaluateCommand;
import dev.nn.examples.models.InspectCommand;
import dev.nn.examples.onnx.ExportCommand;
import dev.nn.examples.onnx.ImportCommand;
import dev.nn.examples.playground.PlaygroundCommand;
import dev.nn.examples.plugins.CheckCommand;
import dev.nn.examples.plugins.DoctorCommand;
import dev.nn.examples.plugins.PluginJars;
import dev.nn.examples.plugins.PluginsCommand;
import dev.nn.examples.search.SearchCommand;
import dev.nn.examples.tables.DescribeCommand;
import dev.nn.examples.tables.PredictCommand;
import dev.nn.examples.terminal.Failures;
import dev.nn.examples.terminal.Terminal;
import dev.nn.examples.terminal.WholeNumber;
import dev.nn.examples.training.DigitsCommand;
import dev.nn.examples.training.MnistCommand;
import dev.nn.examples.training.Recipe;
import dev.nn.examples.training.TrainCommand;
import dev.nn.examples.training.XorCommand;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.Spec;

/** The command {@code nn}, which only has subcommands. */
@Command(
    name = "nn",
    description = "Neural networks in Java, every part of them a plugin.",
    synopsisSubcommandLabel = "COMMAND",
    versionProvider = NnCommand.Version.class,
    footer = {
      "",
      "Exit status: 0 fine, 1 failed, 2 wrong usage.",
      "Environment variables: NN_PLUGINS has folders and jars with plugins of your own,",
      "as --plugins has; NN_JAVA_OPTS are options for the JVM."
    })
final class NnCommand implements Callable<Integer> {
  /** Picocli cannot write a help that is narrower. */
  private static final int MIN_HELP = 55;

  private static final int MAX_HELP = 100;

  @SuppressWarnings("UnusedVariable") // picocli acts on it by itself
  @Option(
      names = "--version",
      versionHelp = true,
      description = "Show the version and that of Java.")
  private boolean version;

  @Spec private CommandSpec spec = CommandSpec.create();

  private NnCommand() {}

  /** Makes the command line with all commands, which print to the given terminal. */
  static CommandLine commandLine(Terminal terminal) {
    CommandLine nn =
        new CommandLine(new NnCommand())
            .addSubcommand("train", trainer(new TrainCommand(terminal), TrainCommand.RECIPE))
            .addSubcommand("predict", new PredictCommand(terminal))
            .addSubcommand("search", new SearchCommand(terminal))
            .addSubcommand("describe", new DescribeCommand(terminal))
            .addSubcommand("convert", new ConvertCommand(terminal))
            .addSubcommand("digits", trainer(new DigitsCommand(terminal), DigitsCommand.RECIPE))
            .addSubcommand("mnist", trainer(new MnistCommand(terminal), MnistCommand.RECIPE))
            .addSubcommand("xor", trainer(new XorCommand(terminal), XorCommand.RECIPE))
            .addSubcommand("evaluate", new EvaluateCommand(terminal))
            .addSubcommand("inspect", new InspectCommand(terminal))
            .addSubcommand("compress", new CompressCommand(terminal))
            .addSubcommand("export", new ExportCommand(terminal))
            .addSubcommand("import", new ImportCommand(terminal))
            .addSubcommand("plugins", new PluginsCommand(terminal))
            .addSubcommand("check", new CheckCommand(terminal))
            .addSubcommand("doctor", new DoctorCommand(terminal))
            .addSubcommand("lecture", new LectureCommand(terminal))
            .addSubcommand("explain", new ExplainCommand(terminal))
            .addSubcommand("playground", new PlaygroundCommand(terminal))
            .addSubcommand("bench", new BenchCommand(terminal.out()));
    nn.addMixin("common", new CommonOptions());
    nn.getSubcommands().values().forEach(c -> c.addMixin("common", new CommonOptions()));
    return nn.addSubcommand("help", new HelpCommand())
        .registerConverter(int.class, WholeNumber::ofInt)
        .registerConverter(long.class, WholeNumber::ofLong)
        .registerConverter(Long.class, WholeNumber::ofLong)
        .setOut(terminal.out())
        .setErr(terminal.err())
        .setUsageHelpWidth(Math.max(MIN_HELP, Math.min(terminal.columns(), MAX_HELP)))
        .setExecutionStrategy(NnCommand::execute)
        .setParameterExceptionHandler(Failures::wrongUsage)
        .setExecutionExceptionHandler(Failures::failed);
  }

  private static CommandLine trainer(Object command, Recipe recipe) {
    return new CommandLine(command).setDefaultValueProvider(recipe);
  }

  private static int execute(ParseResult parsed) {
    if (Failures.isVerbose(parsed)) {
      // Logback reads its configuration, which refers to these, when the first logger is created.
      System.setProperty("nn.log.level", "DEBUG");
      System.setProperty("nn.log.exception", "%ex");
    }
    try (PluginJars plugins = PluginJars.open(parsed, System.getenv())) {
      return plugins.run(() -> new RunLast().execute(parsed));
    }
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return ExitCode.USAGE;
  }

  /** What {@code --version} prints. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = NnCommand.class.getPackage().getImplementationVersion();
      return new String[] {
        "nn " + (version == null ? "(not packaged)" : version),
        "Java %s (%s)"
            .formatted(System.getProperty("java.version"), System.getProperty("java.vendor"))
      };
    }
  }
}
