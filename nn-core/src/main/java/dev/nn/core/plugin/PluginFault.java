package dev.nn.core.plugin;

import dev.nn.api.Kind;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A provider of a plugin that could not be loaded, and why. The other plugins are loaded all the
 * same.
 *
 * @param kind the kind that it was registered as
 * @param className the class that was registered, if that is known
 * @param place where it was registered: the services file with the line, or the module
 * @param problem what is wrong, in one line
 * @param cause the exception that says so
 */
public record PluginFault(
    Kind kind, Optional<String> className, String place, String problem, Throwable cause) {

  // The registry's, since users look there for what becomes of their plugins.
  private static final Logger LOG = LoggerFactory.getLogger("dev.nn.core.plugin.PluginRegistry");

  void report() {
    report(LOG);
  }

  void report(Logger log) {
    log.warn("Plugin not loaded: {}", this);
    log.debug("Plugin not loaded: {}", this, cause);
  }

  /** Returns kind, class, place and problem in one line, for messages. */
  @Override
  public String toString() {
    String subject =
        className.map(name -> kind + " " + name).orElse("a provider of " + kind.plural());
    return subject + ", named by " + place + ": " + problem;
  }
}
