package dev.nn.core.internal.saved;

import dev.nn.api.ModelFormatException;
import dev.nn.core.internal.safetensors.FormatException;

/**
 * Turns what is wrong with the bytes of a file into the error that its reader throws. This is the
 * one place that decides whether a file was made by a newer version.
 */
final class Refusal {
  private Refusal() {}

  /**
   * The error for a file that breaks the rules of the format.
   *
   * @param source the file's path, for the message
   */
  static ModelFormatException of(String source, FormatException e) {
    if (e.version() > MetadataText.VERSION) {
      return new NewerFormatException(source, e.offset(), e.version(), MetadataText.VERSION);
    }
    return new ModelFormatException(
        e.isForeign() ? source + " is not a model file" : source,
        e.offset(),
        String.valueOf(e.getMessage()),
        e);
  }
}
