package dev.nn.imports.read;

import dev.nn.api.NnException;
import org.jspecify.annotations.Nullable;

/** Says why a file is not read; whoever knows the name of the file puts it before the message. */
public final class Refusal extends NnException {
  private static final long serialVersionUID = 1L;

  /** Creates a refusal with its reason. */
  public Refusal(String reason) {
    super(reason);
  }

  /** Creates a refusal that another exception led to. */
  public Refusal(String reason, @Nullable Throwable cause) {
    super(reason, cause);
  }
}
