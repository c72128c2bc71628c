package dev.nn.imports;

import dev.nn.api.NnException;
import org.jspecify.annotations.Nullable;

/**
 * A file that cannot be read as a model: it is damaged, it is of another kind, or what it describes
 * is no stack of our layers. The message names the file, the place and what to do.
 */
public final class ImportException extends NnException {
  private static final long serialVersionUID = 1L;

  /** Creates an error that another exception may have led to. */
  public ImportException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
