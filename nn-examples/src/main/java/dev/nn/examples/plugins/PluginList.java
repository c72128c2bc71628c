package dev.nn.examples.plugins;

import dev.nn.api.Kind;
import dev.nn.api.Options;
import dev.nn.api.Plugin;
import dev.nn.api.Spec;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.examples.terminal.TextBlocks;
import dev.nn.examples.terminal.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Lists the plugins of a kind, each with its options, their defaults and its formula. */
final class PluginList {
  private static final int INDENT = 2;

  private final PluginRegistry registry;
  private final int columns;

  PluginList(PluginRegistry registry, int columns) {
    this.registry = registry;
    this.columns = columns;
  }

  /** Returns the lines of the list: a heading, and the plugins below it. */
  List<String> of(Kind kind) {
    List<Plugin> plugins = registry.plugins(kind);
    List<String> lines = new ArrayList<>();
    lines.add(Words.count(plugins.size(), kind.toString()));
    for (Plugin plugin : plugins) {
      String margin = " ".repeat(INDENT);
      for (String line : wrapped(plugin.name() + signature(plugin))) {
        lines.add(margin + line);
        margin = " ".repeat(2 * INDENT);
      }
      if (!plugin.description().isEmpty()) {
        wrapped(plugin.description()).forEach(line -> lines.add(" ".repeat(3 * INDENT) + line));
      }
    }
    return lines;
  }

  private List<String> wrapped(String text) {
    return TextBlocks.wrap(text, columns - 3 * INDENT);
  }

  private static String signature(Plugin plugin) {
    Options options = plugin.options();
    return options.names().isEmpty()
        ? ""
        : options.names().stream()
            .map(name -> assignment(plugin, name))
            .collect(Collectors.joining(", ", "(", ")"));
  }

  /** Returns {@code name=default}, or only the name of an option that has to be given. */
  static String assignment(Plugin plugin, String option) {
    return plugin.options().isRequired(option)
        ? option
        : option + "=" + Spec.of(plugin).options().get(option);
  }
}
