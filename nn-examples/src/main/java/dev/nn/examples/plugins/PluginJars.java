package dev.nn.examples.plugins;

import dev.nn.api.PluginException;
import dev.nn.core.plugin.PluginRegistry;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Stack;
import java.util.function.IntSupplier;
import picocli.CommandLine;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * The jars that the option {@code --plugins} and the environment variable {@code NN_PLUGINS} name.
 * While a command runs, its thread and those that it starts find the plugins in them, and JDBC
 * drivers too, as if they were on the class path.
 */
public final class PluginJars implements AutoCloseable {
  /** The option. */
  public static final String OPTION = "--plugins";

  private static final String VARIABLE = "NN_PLUGINS";
  private static final String JAR = ".jar";

  private final Optional<PluginRegistry> registry;

  private PluginJars(Optional<PluginRegistry> registry) {
    this.registry = registry;
  }

  /**
   * Opens the jars that a command line and the environment name.
   *
   * @throws ParameterException if one of them is missing or cannot be read
   */
  public static PluginJars open(ParseResult parsed, Map<String, String> environment) {
    CommandLine command = last(parsed).commandSpec().commandLine();
    String variable = environment.getOrDefault(VARIABLE, "");
    String option = String.join(File.pathSeparator, given(parsed));
    PluginPath path = PluginPath.of(variable).and(PluginPath.of(option));
    if (!path.errors().isEmpty()) {
      String source = PluginPath.of(option).errors().isEmpty() ? VARIABLE : OPTION;
      throw new ParameterException(command, source + ": " + path.errors().get(0));
    }
    path.warnings().forEach(warning -> command.getErr().println("nn: " + warning));
    try {
      return new PluginJars(
          path.entries().isEmpty()
              ? Optional.empty()
              : Optional.of(PluginRegistry.load(path.entries())));
    } catch (PluginException e) {
      throw new ParameterException(command, String.valueOf(e.getMessage()), e);
    }
  }

  private static ParseResult last(ParseResult parsed) {
    return parsed.hasSubcommand() ? last(parsed.subcommand()) : parsed;
  }

  /** What the option has, before the name of the command and after it. */
  private static List<String> given(ParseResult parsed) {
    List<String> given = new ArrayList<>();
    // What a consumer takes is not among the matched options.
    OptionSpec option = parsed.commandSpec().findOption(OPTION);
    if (option != null) {
      given.addAll(option.<List<String>>getValue());
    }
    if (parsed.hasSubcommand()) {
      given.addAll(given(parsed.subcommand()));
    }
    return given;
  }

  /** Runs a command that finds the plugins, and returns its exit status. */
  public int run(IntSupplier command) {
    if (registry.isEmpty()) {
      return command.getAsInt();
    }
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(registry.get().classLoader());
    try {
      return command.getAsInt();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Override
  public void close() {
    registry.ifPresent(PluginRegistry::close);
  }

  /** Takes one argument, whatever it is, and after it all that end in {@code .jar}. */
  public static final class Consumer implements IParameterConsumer {
    @Override
    @SuppressWarnings("JdkObsolete") // picocli asks for this type
    public void consumeParameters(Stack<String> args, ArgSpec option, CommandSpec command) {
      if (args.isEmpty() || args.peek().startsWith("-")) {
        throw new ParameterException(
            command.commandLine(),
            OPTION + " needs a folder or a jar after it, such as " + OPTION + " cube.jar");
      }
      List<String> paths = new ArrayList<>(option.<List<String>>getValue());
      do {
        paths.add(args.pop());
      } while (!args.isEmpty() && args.peek().endsWith(JAR));
      option.setValue(paths);
    }
  }
}
