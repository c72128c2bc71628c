package dev.nn.examples.plugins;

import dev.nn.api.Kind;
import dev.nn.api.Plugin;
import dev.nn.api.PluginException;
import dev.nn.api.Spec;
import dev.nn.api.SpecException;
import dev.nn.core.plugin.Origins;
import dev.nn.core.plugin.PluginFault;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.examples.terminal.Terminal;
import dev.nn.examples.terminal.Words;
import dev.nn.testkit.check.RuleResult;
import dev.nn.testkit.check.RuleResult.Outcome;
import dev.nn.testkit.check.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Checks plugins by the rules of nn-testkit, without a project. */
@Command(
    name = "check",
    description = {
      "Check plugins by the rules that all plugins keep.",
      "Exit status 1 if one breaks a rule."
    },
    sortOptions = false)
public final class CheckCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(
      paramLabel = "JAR|NAME",
      description = {
        "A jar or a folder of jars, all of whose plugins are checked, or the name of an installed"
            + " plugin. In quotes a name may have options: \"acme.bent(strength=0.3)\"."
      })
  private String wanted = "";

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      converter = PluginsCommand.KindConverter.class,
      description = "Check only plugins of this kind.")
  private Optional<Kind> kind = Optional.empty();

  @CommandLine.Spec private CommandSpec command = CommandSpec.create();

  /** Makes the command, which prints to a terminal. */
  public CheckCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Optional<Path> place = place();
    if (place.isEmpty()) {
      PluginRegistry registry = PluginRegistry.load();
      return status(check(named(registry), registry));
    }
    try (PluginRegistry registry = PluginRegistry.load(List.of(place.get()))) {
      return status(checkPlace(place.get().toRealPath(), registry));
    } catch (PluginException e) {
      throw new ParameterException(command.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private static int status(boolean isFine) {
    return isFine ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  /** What is wanted if it is a file or a folder, or looks like one. */
  private Optional<Path> place() {
    try {
      Path path = Path.of(wanted);
      boolean isPlace = wanted.endsWith(".jar") || wanted.contains("/") || Files.exists(path);
      return isPlace && !wanted.contains("(") ? Optional.of(path) : Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private Stream<Kind> kinds() {
    return kind.map(Stream::of).orElse(Arrays.stream(Kind.values()));
  }

  private List<Plugin> named(PluginRegistry registry) {
    Spec spec = spec(registry);
    List<Plugin> found = new ArrayList<>();
    List<SpecException> refusals = new ArrayList<>();
    kinds()
        .filter(each -> registry.plugins(each).stream().anyMatch(plugin -> isNamed(plugin, spec)))
        .forEach(
            each -> {
              try {
                found.add(registry.create(each, spec));
              } catch (SpecException e) {
                refusals.add(e);
              }
            });
    if (found.isEmpty()) {
      String problem =
          refusals.isEmpty()
              ? PluginsCommand.missing(spec.name(), kinds().toList(), registry)
              : String.valueOf(refusals.get(0).getMessage());
      throw new ParameterException(command.commandLine(), problem);
    }
    return found;
  }

  private Spec spec(PluginRegistry registry) {
    if (!wanted.contains("(") && !Spec.isLegalName(wanted)) {
      throw new ParameterException(
          command.commandLine(), PluginsCommand.missing(wanted, kinds().toList(), registry));
    }
    try {
      return Spec.parse(wanted);
    } catch (SpecException e) {
      throw new ParameterException(command.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private static boolean isNamed(Plugin plugin, Spec spec) {
    return plugin.name().equals(spec.name()) || plugin.aliases().contains(spec.name());
  }

  /** Checks all plugins from one place, and tells of those that cannot be loaded. */
  private boolean checkPlace(Path place, PluginRegistry registry) {
    List<PluginFault> faults =
        registry.faults().stream().filter(f -> f.place().contains(place.toString())).toList();
    faults.forEach(fault -> print("cannot be loaded: " + fault));
    List<Plugin> plugins =
        kinds()
            .flatMap(each -> registry.plugins(each).stream())
            .filter(plugin -> isFrom(place, plugin))
            .toList();
    if (plugins.isEmpty() && faults.isEmpty()) {
      throw new ParameterException(
          command.commandLine(),
          place
              + " has no plugin: its class must be named by a file such as"
              + " META-INF/services/dev.nn.api.Activation");
    }
    return check(plugins, registry) && faults.isEmpty();
  }

  private static boolean isFrom(Path place, Plugin plugin) {
    return Origins.of(plugin)
        .location()
        .filter(location -> Path.of(location).startsWith(place))
        .isPresent();
  }

  private boolean check(List<Plugin> plugins, PluginRegistry registry) {
    boolean isFine = true;
    for (Plugin plugin : plugins) {
      isFine &= check(plugin, registry);
    }
    return isFine;
  }

  private boolean check(Plugin plugin, PluginRegistry registry) {
    print("%s, %s: %s".formatted(plugin.name(), Kind.of(plugin).withArticle(), Origins.of(plugin)));
    List<RuleResult> results;
    try {
      results = Rules.in(registry).check(plugin);
    } catch (SpecException e) {
      print("  cannot be checked: " + e.getMessage());
      return false;
    }
    for (RuleResult result : results) {
      String word = word(result);
      if (!word.isEmpty()) {
        print("  %-8s %s".formatted(word, result.message()));
      }
    }
    long broken = count(results, Outcome.FAILED);
    print(
        "  %s kept, %s skipped, %s"
            .formatted(
                Words.count(count(results, Outcome.PASSED), "rule"),
                count(results, Outcome.SKIPPED),
                broken == 0 ? "none broken" : broken + " BROKEN"));
    return broken == 0;
  }

  private static String word(RuleResult result) {
    return switch (result.outcome()) {
      case FAILED -> "BROKEN";
      case SKIPPED -> "skipped";
      case PASSED -> result.message().isEmpty() ? "" : "warning";
    };
  }

  private static long count(List<RuleResult> results, Outcome outcome) {
    return results.stream().filter(result -> result.outcome() == outcome).count();
  }

  private void print(String text) {
    terminal.out().println(Terminal.printable(text));
  }
}
