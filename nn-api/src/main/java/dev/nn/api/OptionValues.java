package dev.nn.api;

import dev.nn.api.OptionType.ListOf;
import dev.nn.api.OptionType.OptionalOf;
import dev.nn.api.OptionType.PluginOf;
import java.util.List;
import java.util.Optional;

/** The Java values of option types. */
final class OptionValues {
  private OptionValues() {}

  /** The value, with lists copied and −0 made 0, because specs know no negative zero. */
  static Object check(String name, OptionType type, Object value) {
    if (type instanceof OptionalOf optional && value instanceof Optional<?> present) {
      return present.isPresent()
          ? Optional.of(check(name, optional.type(), present.get()))
          : present;
    }
    if (type instanceof ListOf list && value instanceof List<?> items) {
      return items.stream().map(item -> check(name, list.element(), item)).toList();
    }
    if (type instanceof PluginOf plugin && plugin.kind().type().isInstance(value)) {
      return value;
    }
    if (type instanceof OptionType.Scalar scalar && isOf(scalar, value)) {
      return scalar == OptionType.Scalar.REAL ? (Double) value + 0.0 : value;
    }
    throw new IllegalArgumentException(name + " must be " + type + ", not " + value);
  }

  /** Whether all values of a type are of a Java type. */
  static boolean become(OptionType type, Class<?> javaType) {
    return javaType.isAssignableFrom(javaType(type));
  }

  private static Class<?> javaType(OptionType type) {
    if (type instanceof OptionalOf) {
      return Optional.class;
    }
    if (type instanceof ListOf) {
      return List.class;
    }
    if (type instanceof PluginOf plugin) {
      return plugin.kind().type();
    }
    return switch ((OptionType.Scalar) type) {
      case INTEGER -> Long.class;
      case REAL -> Double.class;
      case FLAG -> Boolean.class;
      case WORD, TEXT -> String.class;
    };
  }

  private static boolean isOf(OptionType.Scalar type, Object value) {
    return switch (type) {
      case INTEGER -> value instanceof Long;
      case REAL -> value instanceof Double real && Double.isFinite(real);
      case FLAG -> value instanceof Boolean;
      case WORD -> value instanceof String word && Spec.isLegalName(word);
      case TEXT -> value instanceof String;
    };
  }
}
