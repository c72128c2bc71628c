package dev.nn.core;

import dev.nn.api.PluginException;
import java.util.ServiceConfigurationError;

/** Exceptions in one line. */
final class Causes {
  private Causes() {}

  /** What a service loader's error is about; any other exception itself. */
  static Throwable unwrap(Throwable thrown) {
    boolean isWrapper =
        thrown instanceof ServiceConfigurationError
            || thrown instanceof ExceptionInInitializerError;
    Throwable cause = thrown.getCause();
    return isWrapper && cause != null ? unwrap(cause) : thrown;
  }

  /** The type of an exception and the first line of its message. */
  static String text(Throwable thrown) {
    String message = String.valueOf(thrown.getMessage()).lines().findFirst().orElse("");
    if (thrown instanceof ServiceConfigurationError) {
      return message.replaceFirst("^[\\w.]+: ", "");
    }
    if (thrown instanceof PluginException) {
      return message;
    }
    String type = thrown.getClass().getSimpleName();
    return thrown.getMessage() == null ? type : type + ": " + message;
  }
}
