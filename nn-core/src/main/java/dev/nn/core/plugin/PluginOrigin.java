package dev.nn.core.plugin;

import java.util.Optional;

/**
 * Where a plugin comes from.
 *
 * @param className the class that provides it
 * @param module the name of its module, where it is in a named one
 * @param location the jar file or folder that it was loaded from, where that is known: a path, or a
 *     URI for what is no file
 * @param title the implementation title or, for want of one, the name of the module or of the jar
 *     file; in a jar that everything was packed into, the artifact that it was in before, as far as
 *     the jar still tells, or else the package and the jar
 * @param version the implementation version, where the module or the jar file states one; in a jar
 *     that everything was packed into, that of the artifact
 */
public record PluginOrigin(
    String className,
    Optional<String> module,
    Optional<String> location,
    Optional<String> title,
    Optional<String> version) {

  /** What to install to have this plugin, without any path: {@code nn-activations 1.2.0}. */
  public String artifact() {
    return title.orElse(className) + version.map(v -> " " + v).orElse("");
  }

  /** For messages: {@code com.acme.Mish in /opt/acme-1.0.jar}. */
  @Override
  public String toString() {
    String place =
        module
            .map(m -> " in module " + m + location.map(l -> " (" + l + ")").orElse(""))
            .or(() -> location.map(l -> " in " + l))
            .orElse("");
    return className + place;
  }
}
