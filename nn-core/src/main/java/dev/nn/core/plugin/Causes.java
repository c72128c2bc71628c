package dev.nn.core.plugin;

import dev.nn.api.PluginException;
import java.util.ServiceConfigurationError;

/** Shows exceptions in one line. */
final class Causes {
  private Causes() {}

  /** The exception that a service loader's error is about, or any other exception itself. */
  static Throwable unwrap(Throwable thrown) {
    Throwable cause = thrown.getCause();
    boolean isWrapper =
        thrown instanceof ServiceConfigurationError
            || thrown instanceof ExceptionInInitializerError;
    return !isWrapper || cause == null || cause instanceof ReflectiveOperationException
        ? thrown
        : unwrap(cause);
  }

  /** What an exception says, in one line, with its type if that tells more. */
  static String text(Throwable thrown) {
    String message = String.valueOf(thrown.getMessage()).lines().findFirst().orElse("");
    if (thrown instanceof PluginException) {
      return message;
    }
    if (thrown instanceof ServiceConfigurationError) {
      Throwable cause = thrown.getCause();
      return message.replaceFirst("^[\\w.]+: ", "")
          + (cause == null ? "" : " (" + text(cause) + ")");
    }
    String type = thrown.getClass().getSimpleName();
    return thrown.getMessage() == null ? type : type + ": " + message;
  }
}
