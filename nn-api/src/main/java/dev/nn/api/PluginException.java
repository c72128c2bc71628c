package dev.nn.api;

import org.jspecify.annotations.Nullable;

/** A plugin is missing, faulty, or there are two of one name. */
public class PluginException extends NnException {
  private static final long serialVersionUID = 1L;

  public PluginException(String message) {
    super(message);
  }

  public PluginException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
