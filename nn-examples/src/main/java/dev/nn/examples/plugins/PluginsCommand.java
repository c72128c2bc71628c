package dev.nn.examples.plugins;

import dev.nn.api.Kind;
import dev.nn.api.PluginException;
import dev.nn.api.Spec;
import dev.nn.api.SpecException;
import dev.nn.core.metric.Metrics;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.examples.terminal.Terminal;
import dev.nn.examples.terminal.TextBlocks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** Lists the plugins that are installed, or describes one of them. */
@Command(
    name = "plugins",
    description = "List the installed plugins, or describe one.",
    sortOptions = false)
public final class PluginsCommand implements Runnable {
  private final Terminal terminal;

  @Parameters(
      arity = "0..1",
      paramLabel = "PLUGIN",
      description = {
        "The plugin to describe, by its name or an alias. In quotes it may have options:"
            + " \"elu(alpha=2)\"."
      })
  private Optional<String> wanted = Optional.empty();

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      converter = KindConverter.class,
      description = {
        "Show only plugins of this kind: activation, initializer, layer, loss, optimizer or"
            + " schedule."
      })
  private Optional<Kind> kind = Optional.empty();

  @Option(names = "--names", description = "Print nothing but the names, one on each line.")
  private boolean namesOnly;

  @CommandLine.Spec private CommandSpec command = CommandSpec.create();

  /** Makes the command, which prints to a terminal. */
  public PluginsCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void run() {
    PluginRegistry registry = PluginRegistry.load();
    List<Kind> kinds = kind.map(List::of).orElse(List.of(Kind.values()));
    if (wanted.isPresent() && namesOnly) {
      throw wrong("--names lists all names; leave it out to see " + wanted.get(), null);
    } else if (wanted.isPresent()) {
      describe(wanted.get(), kinds, registry);
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
      terminal.out().println(faults(registry));
      terminal.out().println();
    }
    if (kind.isEmpty()) {
      String metrics =
          "Metrics, which are no plugins: " + String.join(", ", Metrics.all().keySet());
      TextBlocks.wrap(metrics, terminal.columns()).forEach(terminal.out()::println);
      terminal.out().println();
    }
    terminal.out().println("More about one: nn plugins NAME, or nn plugins \"NAME(OPTION=VALUE)\"");
  }

  private static String faults(PluginRegistry registry) {
    return registry.faults().stream()
        .map(fault -> System.lineSeparator() + "  " + fault)
        .collect(Collectors.joining("", "Could not be loaded:", ""));
  }

  private void describe(String text, List<Kind> kinds, PluginRegistry registry) {
    if (!text.contains("(") && !Spec.isLegalName(text)) {
      throw wrong(missing(text, kinds, registry), null);
    }
    try {
      Spec spec = Spec.parse(text);
      List<String> found = descriptions(spec, kinds, registry);
      if (found.isEmpty()) {
        throw wrong(missing(spec.name(), kinds, registry), null);
      }
      terminal.out().println(String.join(System.lineSeparator().repeat(2), found));
    } catch (SpecException e) {
      throw wrong(String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * Describes the plugin of each kind that has one of this name. If two kinds do, the options may
   * be such as only one of them takes.
   *
   * @throws SpecException if no kind that has the name takes the options
   */
  private List<String> descriptions(Spec spec, List<Kind> kinds, PluginRegistry registry) {
    PluginDescription description = new PluginDescription(registry, terminal.columns());
    List<String> found = new ArrayList<>();
    List<SpecException> refusals = new ArrayList<>();
    for (Kind each : kinds) {
      try {
        found.addAll(description.of(each, spec));
      } catch (SpecException e) {
        refusals.add(e);
      }
    }
    if (found.isEmpty() && !refusals.isEmpty()) {
      throw refusals.get(0);
    }
    return found;
  }

  private ParameterException wrong(String message, @Nullable Throwable cause) {
    return new ParameterException(command.commandLine(), message, cause);
  }

  /** Returns what the registry says about the name, for each kind that knows a similar one. */
  static String missing(String wanted, List<Kind> kinds, PluginRegistry registry) {
    String ideas =
        kinds.stream()
            .map(kind -> problem(kind, wanted, registry))
            .filter(problem -> kinds.size() == 1 || problem.contains("Did you mean"))
            .map(problem -> kinds.size() == 1 ? problem : problem.lines().findFirst().orElse(""))
            .collect(Collectors.joining(System.lineSeparator()));
    if (!ideas.isEmpty()) {
      return ideas;
    }
    String none =
        "no plugin \""
            + wanted
            + "\" is installed. All of them: nn plugins --names; why one is missing: nn doctor";
    return registry.faults().isEmpty() ? none : none + System.lineSeparator() + faults(registry);
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
