package dev.nn.core.internal.jars;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The jars that a user names, sorted into plugins and libraries. A library is seen by the plugins
 * of its folder. One that was named itself, or whose folder has no plugins, is seen by all.
 *
 * @param bundles each plugin jar with its libraries
 * @param libraries all libraries
 */
public record PluginPath(List<PluginBundle> bundles, List<Path> libraries) {
  // The registry's, since users look there for what becomes of their plugins.
  private static final Logger LOG = LoggerFactory.getLogger("dev.nn.core.plugin.PluginRegistry");

  public PluginPath {
    bundles = List.copyOf(bundles);
    libraries = List.copyOf(libraries);
  }

  /**
   * Looks at jars, folders of jars and folders of classes. What is named twice counts once. Of
   * several jars in a folder, one that cannot be read is left out with a warning.
   *
   * @throws IOException if one of them is missing or cannot be read; the message says which, and
   *     why
   */
  public static PluginPath of(List<Path> entries) throws IOException {
    Set<Path> seen = new LinkedHashSet<>();
    List<PluginBundle> bundles = new ArrayList<>();
    Set<Path> shared = new LinkedHashSet<>();
    Set<Path> libraries = new LinkedHashSet<>();
    for (Path entry : entries) {
      List<Path> places = places(entry);
      List<PluginCode> plugins = new ArrayList<>();
      List<Path> beside = new ArrayList<>();
      for (Path place : places) {
        PluginCode code;
        try {
          code = PluginCode.of(place);
        } catch (IOException e) {
          if (places.size() == 1) {
            throw e;
          }
          LOG.warn("Jar not loaded: {}; copy it again, or delete it", e.getMessage());
          continue;
        }
        if (!code.namesPlugins()) {
          beside.add(place);
        } else if (seen.add(place)) {
          plugins.add(code);
        }
      }
      libraries.addAll(beside);
      if (plugins.isEmpty()) {
        shared.addAll(beside);
      }
      plugins.forEach(code -> bundles.add(new PluginBundle(code, beside)));
    }
    return new PluginPath(
        bundles.stream().map(bundle -> with(bundle, shared)).toList(), List.copyOf(libraries));
  }

  private static PluginBundle with(PluginBundle bundle, Set<Path> shared) {
    Set<Path> all = new LinkedHashSet<>(bundle.libraries());
    all.addAll(shared);
    return new PluginBundle(bundle.code(), List.copyOf(all));
  }

  /** The entry itself, or the jars in it if it is a folder that has some and is no jar unpacked. */
  private static List<Path> places(Path entry) throws IOException {
    if (!Files.exists(entry)) {
      throw new IOException(entry + ": there is no such file or folder");
    }
    Path place = entry.toRealPath();
    if (Files.isDirectory(place) && !PluginCode.of(place).namesPlugins()) {
      List<Path> jars = jars(place);
      return jars.isEmpty() ? List.of(place) : jars;
    }
    return List.of(place);
  }

  private static List<Path> jars(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> jars = new ArrayList<>();
      for (Path file : files.sorted().toList()) {
        if (file.toString().toLowerCase(Locale.ROOT).endsWith(".jar")) {
          // A link to nothing is told of where the jar is opened.
          jars.add(Files.exists(file) ? file.toRealPath() : file.toAbsolutePath());
        }
      }
      return jars;
    }
  }
}
