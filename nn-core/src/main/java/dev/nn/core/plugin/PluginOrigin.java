package dev.nn.core.plugin;

import java.util.Optional;

/**
 * Where a plugin comes from, for messages and for the list of artifacts in a saved model.
 *
 * <p>Some programs are packed into one jar together with everything that they need. In such a jar
 * the manifest describes the whole, so title and version are those of the artifact that the plugin
 * was in before, as far as the jar still tells.
 *
 * @param className the class that provides the plugin
 * @param module the name of its module, if it is in a named one
 * @param location the jar file or folder that it was loaded from, if that is known: a path, or a
 *     URI if it is not a file
 * @param title the implementation title or, if there is none, the name of the module or of the jar
 *     file
 * @param version the implementation version, if the module or the jar file states one
 */
public record PluginOrigin(
    String className,
    Optional<String> module,
    Optional<String> location,
    Optional<String> title,
    Optional<String> version) {

  /**
   * Returns what to install to have this plugin, without any path: {@code nn-activations 1.2.0}.
   */
  public String artifact() {
    return title.orElse(className) + (version.isPresent() ? " " + version.get() : "");
  }

  /** Returns class and location, for messages: {@code com.acme.Mish in /opt/acme-1.0.jar}. */
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
