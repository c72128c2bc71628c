package dev.nn.examples;

import dev.nn.examples.plugins.PluginJars;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The options that every command has. */
final class CommonOptions {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      order = 100,
      description = "Show this help.")
  @SuppressWarnings("UnusedVariable") // picocli acts on it by itself
  private boolean help;

  @Option(
      names = PluginJars.OPTION,
      arity = "1..*",
      paramLabel = "FOLDER_OR_JAR",
      order = 99,
      parameterConsumer = PluginJars.Consumer.class,
      description =
          "Use the plugins in these jars and folders of jars. All that follows counts as long as it"
              + " ends in .jar.")
  @SuppressWarnings("UnusedVariable") // looked at before the command runs
  private List<String> plugins = new ArrayList<>();

  @Option(
      names = {"-v", "--verbose"},
      order = 101,
      description = "Log every step of the way, and show where errors come from.")
  @SuppressWarnings("UnusedVariable") // looked at before the command runs
  private boolean verbose;
}
