package dev.nn.core.plugin;

import dev.nn.api.Kind;
import dev.nn.api.NnException;
import dev.nn.api.Options;
import dev.nn.api.Plugin;
import dev.nn.api.Spec;
import dev.nn.api.SpecException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Calls {@link Plugin#withOptions}, which is foreign code, and checks what it does. */
final class Configured {
  private Configured() {}

  /**
   * Makes a plugin of the same class with other options.
   *
   * @param spec the spec that asks for it, for messages
   * @throws SpecException if the plugin refuses the options or fails
   */
  static Plugin of(Plugin plugin, Options complete, Spec spec) {
    Plugin sibling = call(plugin, complete, spec);
    if (sibling == null || Kind.of(sibling) != Kind.of(plugin)) {
      throw failure(plugin, spec, "returned " + sibling, null);
    }
    boolean isUnchanged = sibling == plugin;
    if (isUnchanged && !complete.equals(plugin.options())) {
      throw failure(plugin, spec, "ignores the options that it declares", null);
    }
    return sibling;
  }

  private static @Nullable Plugin call(Plugin plugin, Options complete, Spec spec) {
    try {
      return plugin.withOptions(complete);
    } catch (IllegalArgumentException | NnException e) {
      String message = String.valueOf(e.getMessage());
      throw spec.error(keyIn(message, spec), spec.name() + ": " + message, e);
    } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
      throw failure(plugin, spec, "threw " + Causes.text(e), e);
    }
  }

  private static SpecException failure(
      Plugin plugin, Spec spec, String what, @Nullable Throwable cause) {
    return spec.error(
        "",
        "%s is faulty, its withOptions %s: %s".formatted(spec.name(), what, Origins.of(plugin)),
        cause);
  }

  /** The option that a plugin complains about, by the first word of its message that is one. */
  private static String keyIn(String message, Spec spec) {
    return Arrays.stream(message.split("\\W+"))
        .filter(word -> spec.options().containsKey(word))
        .findFirst()
        .orElse("");
  }
}
