package dev.nn.core.doctor;

import org.jspecify.annotations.Nullable;

/** Describes class loaders. */
final class ClassLoaders {
  private ClassLoaders() {}

  /** The name if it has one, such as {@code app}, or else what it says of itself. */
  static String described(@Nullable ClassLoader loader) {
    if (loader == null) {
      return "boot";
    }
    String name = loader.getName();
    return name == null ? loader.toString() : name;
  }
}
