package dev.nn.playground.recipe;

import dev.nn.api.NnException;
import dev.nn.api.Plugin;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Collects what is wrong with a text, so that all of it can be mended at once. */
final class Problems {
  private final List<String> messages = new ArrayList<>();

  void add(String message) {
    messages.add(message);
  }

  /** Makes a value, or notes why it cannot be made and takes the other one. */
  <T> T or(T other, Supplier<T> made) {
    try {
      return made.get();
    } catch (NnException e) {
      add(String.valueOf(e.getMessage()));
      return other;
    }
  }

  /** Notes why a plugin cannot be made, after the key that names it. */
  void check(String key, Supplier<? extends Plugin> made) {
    try {
      Recipe.named(key, made);
    } catch (NnException e) {
      add(String.valueOf(e.getMessage()));
    }
  }

  /**
   * Throws if there was any problem.
   *
   * @throws NnException with a line for each of them
   */
  void refuse() {
    if (!messages.isEmpty()) {
      throw new NnException(String.join("\n", messages));
    }
  }
}
