package dev.nn.core.internal.saved;

import dev.nn.api.ModelFormatException;

/**
 * A whole file that a newer version of this framework has made: nothing to be mended, or skipped.
 */
final class NewerFormatException extends ModelFormatException {
  private static final long serialVersionUID = 1L;

  NewerFormatException(String source, long offset, long version, int known) {
    super(
        source,
        offset,
        "the file was made by a newer version of nn-core: it has format version %s, this program reads up to %s; use that version"
            .formatted(version, known));
  }
}
