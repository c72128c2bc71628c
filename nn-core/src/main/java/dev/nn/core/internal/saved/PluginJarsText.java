package dev.nn.core.internal.saved;

import dev.nn.core.plugin.PluginJar;
import dev.nn.core.plugin.PluginRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The jars of third parties in the metadata: for each plugin that came from one, its index among
 * the plugins, and the jar's file name, version and SHA-256. A model with none has no such text, so
 * its file is that of frameworks that did not record jars yet.
 */
final class PluginJarsText {
  private static final String KEY = "plugin_jars";
  private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

  private PluginJarsText() {}

  static void write(List<PluginRecord> plugins, Map<String, String> texts) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < plugins.size(); i++) {
      if (plugins.get(i).jar().isPresent()) {
        PluginJar jar = plugins.get(i).jar().get();
        rows.add(List.of(String.valueOf(i), jar.file(), jar.version(), jar.sha256()));
      }
    }
    if (!rows.isEmpty()) {
      texts.put(KEY, JsonTexts.rows(rows));
    }
  }

  /**
   * Adds to the plugins of a file the jars that it records.
   *
   * @throws IllegalArgumentException if the text is malformed; the message says how
   */
  static List<PluginRecord> read(List<PluginRecord> plugins, Map<String, String> texts) {
    String text = texts.get(KEY);
    if (text == null) {
      return plugins;
    }
    List<PluginRecord> all = new ArrayList<>(plugins);
    for (List<String> row : JsonTexts.readRows(KEY, text)) {
      if (row.size() != 4 || !SHA_256.matcher(row.get(3)).matches()) {
        throw new IllegalArgumentException(
            "a jar in the metadata is not an index, a file, a version and a SHA-256: " + row);
      }
      int index = index(row.get(0), plugins.size());
      PluginRecord plugin = plugins.get(index);
      PluginJar jar = new PluginJar(row.get(1), row.get(2), row.get(3));
      all.set(
          index,
          new PluginRecord(plugin.kind(), plugin.name(), plugin.artifact(), Optional.of(jar)));
    }
    return all;
  }

  private static int index(String text, int plugins) {
    boolean isIndex = text.matches("\\d{1,9}") && Integer.parseInt(text) < plugins;
    if (!isIndex) {
      throw new IllegalArgumentException(
          "a jar in the metadata is that of plugin %s, but there are %s plugins"
              .formatted(text, plugins));
    }
    return Integer.parseInt(text);
  }
}
