package dev.nn.examples;

import dev.nn.api.Kind;
import dev.nn.api.PluginException;
import dev.nn.core.PluginRegistry;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Shows the plugins that are installed. */
@Command(
    name = "plugins",
    description = "List the installed plugins, or describe one.",
    sortOptions = false)
final class PluginsCommand implements Runnable {
  private final Terminal terminal;

  @Parameters(
      arity = "0..1",
      paramLabel = "NAME",
      description = "The plugin to describe, by its name or another name of it.")
  private Optional<String> name = Optional.empty();

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      converter = KindConverter.class,
      description = {
        "Only plugins of this kind: activation, initializer, layer, loss, optimizer or schedule."
      })
  private Optional<Kind> kind = Optional.empty();

  @Option(names = "--names", description = "Print the bare names, one a line.")
  private boolean namesOnly;

  @Spec private CommandSpec command = CommandSpec.create();

  PluginsCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void run() {
    PluginRegistry registry = PluginRegistry.load();
    List<Kind> kinds = kind.map(List::of).orElse(List.of(Kind.values()));
    if (name.isPresent()) {
      describe(name.get(), kinds, registry);
    } else if (namesOnly) {
      kinds.stream().flatMap(k -> registry.names(k).stream()).forEach(terminal.out()::println);
    } else {
      list(kinds, registry);
    }
  }

  private void list(List<Kind> kinds, PluginRegistry registry) {
    PluginList list = new PluginList(registry, terminal.columns());
    for (Kind each : kinds) {
      list.of(each).forEach(terminal.out()::println);
      terminal.out().println();
    }
    if (!registry.faults().isEmpty()) {
      terminal.out().println("Could not be loaded:");
      registry.faults().forEach(fault -> terminal.out().println("  " + fault));
      terminal.out().println();
    }
    terminal.out().println("More about one: nn plugins NAME");
  }

  private void describe(String wanted, List<Kind> kinds, PluginRegistry registry) {
    PluginDescription description = new PluginDescription(registry, terminal.columns());
    List<String> found =
        kinds.stream()
            .flatMap(k -> description.of(k, wanted).stream())
            .collect(Collectors.toList());
    if (found.isEmpty()) {
      throw new ParameterException(command.commandLine(), missing(wanted, kinds, registry));
    }
    terminal.out().println(String.join(System.lineSeparator().repeat(2), found));
  }

  /** What the registry says of the name for each kind, where it has an idea what was meant. */
  private static String missing(String wanted, List<Kind> kinds, PluginRegistry registry) {
    String ideas =
        kinds.stream()
            .map(kind -> problem(kind, wanted, registry))
            .filter(problem -> kinds.size() == 1 || problem.contains("Did you mean"))
            .map(problem -> kinds.size() == 1 ? problem : problem.lines().findFirst().orElse(""))
            .collect(Collectors.joining(System.lineSeparator()));
    return ideas.isEmpty()
        ? "no plugin \"" + wanted + "\" is installed. All of them: nn plugins --names"
        : ideas;
  }

  private static String problem(Kind kind, String wanted, PluginRegistry registry) {
    try {
      return registry.origin(kind, wanted).toString();
    } catch (PluginException e) {
      return String.valueOf(e.getMessage());
    }
  }

  /** Reads a kind as it is written in messages. */
  static final class KindConverter implements ITypeConverter<Kind> {
    @Override
    public Kind convert(String value) {
      return Arrays.stream(Kind.values())
          .filter(kind -> kind.toString().equals(value.toLowerCase(Locale.ROOT)))
          .findFirst()
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "there is no kind \"%s\", only %s"
                          .formatted(
                              value,
                              Arrays.stream(Kind.values())
                                  .map(Kind::toString)
                                  .collect(Collectors.joining(", ")))));
    }
  }
}
