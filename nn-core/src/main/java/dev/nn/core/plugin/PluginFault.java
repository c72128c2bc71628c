package dev.nn.core.plugin;

import dev.nn.api.Kind;
import java.util.Optional;

/**
 * A provider that could not be loaded. It does not keep others from being loaded.
 *
 * @param kind the kind that it was registered as
 * @param className the class that was registered, where that is known
 * @param place the services file, with the line, or the module that named it
 * @param problem what is wrong, in one line
 * @param cause the exception that says so
 */
public record PluginFault(
    Kind kind, Optional<String> className, String place, String problem, Throwable cause) {

  /** For messages: kind, class, place and problem in one line. */
  @Override
  public String toString() {
    String subject =
        className.map(name -> kind + " " + name).orElse("a provider of " + kind.plural());
    return subject + ", named by " + place + ": " + problem;
  }
}
