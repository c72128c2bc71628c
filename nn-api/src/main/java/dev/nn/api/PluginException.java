package dev.nn.api;

import org.jspecify.annotations.Nullable;

/**
 * A plugin that cannot be used: it is missing, it is faulty, or another one has the same name. The
 * message names the plugin and, where that is known, the jar that it came from.
 */
public class PluginException extends NnException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates an error.
   *
   * @param message which plugin, what is wrong with it, and what to do
   */
  public PluginException(String message) {
    super(message);
  }

  /**
   * Creates an error that another exception led to.
   *
   * @param message which plugin, what is wrong with it, and what to do
   * @param cause what led to it
   */
  public PluginException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
