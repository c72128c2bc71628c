package dev.nn.core.internal.jars;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A jar or a folder of classes with plugins, and the libraries that it can use.
 *
 * @param code the plugins
 * @param libraries the libraries in their order, none of which names plugins
 */
public record PluginBundle(PluginCode code, List<Path> libraries) {
  public PluginBundle {
    libraries = List.copyOf(libraries);
  }

  /** Everything, the plugins first. */
  public List<Path> places() {
    return Stream.concat(Stream.of(code.path()), libraries.stream()).toList();
  }
}
