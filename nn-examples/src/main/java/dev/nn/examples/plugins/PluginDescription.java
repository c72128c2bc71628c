package dev.nn.examples.plugins;

import dev.nn.api.ElementwiseActivation;
import dev.nn.api.Kind;
import dev.nn.api.Options;
import dev.nn.api.Plugin;
import dev.nn.api.Spec;
import dev.nn.api.SpecException;
import dev.nn.api.SpecValue;
import dev.nn.core.plugin.PluginOrigin;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.examples.terminal.BraillePlot;
import dev.nn.examples.terminal.TextBlocks;
import dev.nn.examples.terminal.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Describes one plugin: its formula, its options with their defaults, where it comes from, and for
 * an elementwise activation a plot of the function and its derivative.
 */
final class PluginDescription {
  private static final double FROM = -5;
  private static final double TO = 5;
  private static final int PLOT_COLUMNS = 28;
  private static final int PLOT_ROWS = 7;
  private static final int GAP = 4;
  private static final int TEXT_START = 12;

  private final PluginRegistry registry;
  private final int columns;

  PluginDescription(PluginRegistry registry, int columns) {
    this.registry = registry;
    this.columns = columns;
  }

  /**
   * Describes the plugins of a kind that a spec names. There are several if providers clash. If the
   * spec has options, the plugin is shown with them instead of its defaults.
   *
   * @throws SpecException if the plugin does not take the options
   */
  List<String> of(Kind kind, Spec spec) {
    List<Plugin> namesakes =
        registry.plugins(kind).stream().filter(plugin -> isNamed(plugin, spec.name())).toList();
    if (namesakes.isEmpty() || spec.options().isEmpty()) {
      List<String> texts = new ArrayList<>();
      namesakes.forEach(
          plugin -> texts.add(text(kind, plugin, o -> PluginList.assignment(plugin, o))));
      if (namesakes.size() > 1) {
        texts.add(clash(spec.name(), namesakes.size()));
      }
      return texts;
    }
    Plugin configured = registry.create(kind, spec);
    SortedMap<String, SpecValue> values = Spec.of(configured).options();
    return List.of(text(kind, configured, option -> option + "=" + values.get(option)));
  }

  private String clash(String name, int count) {
    String text =
        "%s are called %s, so none of them can be used: leave all but one out of --plugins and NN_PLUGINS, or give one %s"
            .formatted(
                Words.count(count, "plugin"),
                name,
                name.contains(".") ? "another name" : "a prefix, such as acme." + name);
    return String.join(System.lineSeparator(), TextBlocks.wrap(text, columns));
  }

  private static boolean isNamed(Plugin plugin, String name) {
    return plugin.name().equals(name) || plugin.aliases().contains(name);
  }

  /**
   * Describes a plugin.
   *
   * @param assignment writes an option with its value
   */
  private String text(Kind kind, Plugin plugin, UnaryOperator<String> assignment) {
    List<String> lines = new ArrayList<>();
    lines.add(plugin.name() + ", " + kind.withArticle());
    addWrapped(lines, "formula", plugin.description());
    add(lines, "aliases", String.join(", ", plugin.aliases().stream().sorted().toList()));
    String label = "options";
    for (String option : options(plugin, assignment)) {
      add(lines, label, option);
      label = "";
    }
    registry.origin(plugin).ifPresent(origin -> addOrigin(lines, origin));
    if (plugin instanceof ElementwiseActivation activation) {
      lines.add("");
      lines.addAll(plots(activation));
    }
    return String.join(System.lineSeparator(), lines);
  }

  private void addWrapped(List<String> lines, String label, String text) {
    String current = label;
    for (String line : TextBlocks.wrap(text, columns - TEXT_START)) {
      add(lines, current, line);
      current = "";
    }
  }

  private static void add(List<String> lines, String label, String text) {
    if (!text.isEmpty()) {
      lines.add("  %-8s  %s".formatted(label, text));
    }
  }

  /** Lists the options in the order of their declaration, with their types in one column. */
  private static List<String> options(Plugin plugin, UnaryOperator<String> assignment) {
    Options options = plugin.options();
    List<String> assignments = options.names().stream().map(assignment).toList();
    int width = assignments.stream().mapToInt(String::length).max().orElse(0);
    List<String> lines = new ArrayList<>();
    int i = 0;
    for (String name : options.names()) {
      String required = options.isRequired(name) ? ", required" : "";
      lines.add(
          ("%-" + width + "s   %s%s").formatted(assignments.get(i), options.type(name), required));
      i++;
    }
    return lines;
  }

  private static void addOrigin(List<String> lines, PluginOrigin origin) {
    add(lines, "provider", origin.className());
    origin.module().ifPresent(module -> add(lines, "module", module));
    add(lines, "artifact", origin.artifact());
    origin.location().ifPresent(location -> add(lines, "from", location));
  }

  /** The pictures of an activation, or why there are none: it may be a plugin that fails. */
  private List<String> plots(ElementwiseActivation g) {
    try {
      return picturesOf(g);
    } catch (RuntimeException | LinkageError e) {
      return List.of("no picture, since %s fails: %s".formatted(g.name(), e));
    }
  }

  /** The function and its derivative, side by side where there is room. */
  private List<String> picturesOf(ElementwiseActivation g) {
    List<String> function = plot("g(z)", z -> g.value((float) z));
    List<String> derivative = plot("g′(z)", z -> g.derivative((float) z, g.value((float) z)));
    List<String> both = TextBlocks.beside(List.of(function, derivative), GAP);
    return both.stream().allMatch(line -> line.length() <= columns)
        ? both
        : Stream.of(function, List.of(""), derivative).flatMap(List::stream).toList();
  }

  private static List<String> plot(String title, DoubleUnaryOperator function) {
    return BraillePlot.lines(title, function, FROM, TO, PLOT_COLUMNS, PLOT_ROWS);
  }
}
