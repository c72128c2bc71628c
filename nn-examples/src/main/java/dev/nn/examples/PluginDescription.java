package dev.nn.examples;

import dev.nn.api.ElementwiseActivation;
import dev.nn.api.Kind;
import dev.nn.api.Options;
import dev.nn.api.Plugin;
import dev.nn.core.PluginRegistry;
import dev.nn.core.plugin.PluginOrigin;
import java.util.ArrayList;
import java.util.List;

/** All that there is to say of one plugin. */
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

  /** The plugins of a kind that have this name or alias; more than one if providers clash. */
  List<String> of(Kind kind, String name) {
    return registry.plugins(kind).stream()
        .filter(plugin -> plugin.name().equals(name) || plugin.aliases().contains(name))
        .map(plugin -> String.join(System.lineSeparator(), lines(kind, plugin)))
        .toList();
  }

  private List<String> lines(Kind kind, Plugin plugin) {
    List<String> lines = new ArrayList<>();
    lines.add(plugin.name() + ", " + kind.withArticle());
    addWrapped(lines, "formula", plugin.description());
    add(lines, "aliases", String.join(", ", plugin.aliases().stream().sorted().toList()));
    String label = "options";
    for (String option : options(plugin)) {
      add(lines, label, option);
      label = "";
    }
    registry.origin(plugin).ifPresent(origin -> addOrigin(lines, origin));
    if (plugin instanceof ElementwiseActivation activation) {
      lines.add("");
      lines.addAll(plots(activation));
    }
    return lines;
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

  /** Options in the order of their declaration, with aligned comments. */
  private static List<String> options(Plugin plugin) {
    Options options = plugin.options();
    List<String> assignments =
        options.names().stream().map(name -> PluginList.assignment(plugin, name)).toList();
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

  private static List<String> plots(ElementwiseActivation g) {
    return TextBlocks.beside(
        List.of(
            BraillePlot.lines("g(z)", z -> g.value((float) z), FROM, TO, PLOT_COLUMNS, PLOT_ROWS),
            BraillePlot.lines(
                "g′(z)",
                z -> g.derivative((float) z, g.value((float) z)),
                FROM,
                TO,
                PLOT_COLUMNS,
                PLOT_ROWS)),
        GAP);
  }
}
