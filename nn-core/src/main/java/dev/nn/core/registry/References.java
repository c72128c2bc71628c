package dev.nn.core.registry;

import dev.nn.api.Activation;
import dev.nn.api.Initializer;
import dev.nn.api.Kind;
import dev.nn.api.Plugin;
import dev.nn.api.Schedule;
import dev.nn.api.Spec;

/** References to plugins, by kind. */
public final class References {
  private References() {}

  /**
   * Checks that references to a kind exist.
   *
   * @throws IllegalArgumentException if not
   */
  public static void check(Kind kind) {
    if (!hasReferences(kind)) {
      throw new IllegalArgumentException("there are no references to " + kind.plural());
    }
  }

  private static boolean hasReferences(Kind kind) {
    return kind == Kind.ACTIVATION || kind == Kind.INITIALIZER || kind == Kind.SCHEDULE;
  }

  static Plugin to(Kind kind, Spec spec) {
    String text = spec.toString();
    return switch (kind) {
      case ACTIVATION -> Activation.named(text);
      case INITIALIZER -> Initializer.named(text);
      case SCHEDULE -> Schedule.named(text);
      case LAYER, LOSS, OPTIMIZER ->
          throw new IllegalArgumentException("there are no references to " + kind.plural());
    };
  }
}
