package dev.nn.core;

import dev.nn.api.Kind;
import dev.nn.api.ModelFormatException;
import dev.nn.api.Printable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What files know of plugins that are not installed. */
final class MissingPlugins {
  private static final Pattern BETWEEN_NAMES = Pattern.compile("[^\\w.-]+");

  private MissingPlugins() {}

  /**
   * Those that are not installed, of the plugins that a text names. Initializers are not missed:
   * what comes out of a file has its weights.
   *
   * @param plugins what the file says of its plugins
   * @param text specs, or a message about some
   */
  static List<PluginRecord> of(List<PluginRecord> plugins, String text, PluginRegistry registry) {
    Set<String> names = new HashSet<>(Arrays.asList(BETWEEN_NAMES.split(text, -1)));
    return plugins.stream()
        .filter(plugin -> names.contains(plugin.name()))
        .filter(
            plugin -> kind(plugin).filter(kind -> isMissing(kind, plugin, registry)).isPresent())
        .toList();
  }

  private static Optional<Kind> kind(PluginRecord plugin) {
    return Arrays.stream(Kind.values())
        .filter(kind -> kind.toString().equals(plugin.kind()) && kind != Kind.INITIALIZER)
        .findFirst();
  }

  private static boolean isMissing(Kind kind, PluginRecord plugin, PluginRegistry registry) {
    return !registry.names(kind).contains(plugin.name());
  }

  /**
   * A line for each, with what to add.
   *
   * @param saved what the file holds: a model, or a checkpoint
   */
  static String advice(List<PluginRecord> missing, String saved) {
    return missing.stream()
        .map(
            plugin ->
                "\nThe %s \"%s\" came from %s when the %s was saved: add that to the class path or module path."
                    .formatted(plugin.kind(), plugin.name(), plugin.artifact(), saved))
        .collect(Collectors.joining());
  }

  /**
   * What the checkpoints of a folder know of plugins that a text names and that are not installed;
   * empty if there is nothing to say.
   */
  static String adviceOf(Path folder, String text, PluginRegistry registry) {
    return Printable.lines(
        newest(folder)
            .map(file -> advice(of(file.plugins(), text, registry), "checkpoint in " + folder))
            .orElse(""));
  }

  /** What is wrong with checkpoints is not the question here. */
  private static Optional<SavedFile> newest(Path folder) {
    try {
      return NewestCheckpoint.quietlyIn(folder, SavedFile::readCheckpoint);
    } catch (IOException | ModelFormatException e) {
      return Optional.empty();
    }
  }
}
