package dev.nn.core.plugin;

import dev.nn.api.Kind;
import dev.nn.api.OptionType;
import dev.nn.api.OptionType.ListOf;
import dev.nn.api.OptionType.OptionalOf;
import dev.nn.api.OptionType.PluginOf;
import dev.nn.api.OptionType.Scalar;
import dev.nn.api.Spec;
import dev.nn.api.SpecException;
import dev.nn.api.SpecValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns what was written for one option into a value of its type. */
final class ValueReader {
  /** The option of a constant schedule that a plain number stands for. */
  private static final String VALUE = "value";

  private final SpecBinder binder;
  private final OptionErrors errors;
  private final String key;

  ValueReader(SpecBinder binder, OptionErrors errors, String key) {
    this.binder = binder;
    this.errors = errors;
    this.key = key;
  }

  Object read(OptionType type, SpecValue written) {
    if (type instanceof OptionalOf optional) {
      return written instanceof SpecValue.None
          ? Optional.empty()
          : Optional.of(read(optional.type(), written));
    }
    if (type instanceof ListOf list && written instanceof SpecValue.Items items) {
      List<Object> values = new ArrayList<>();
      for (SpecValue item : items.values()) {
        values.add(read(list.element(), item));
      }
      return List.copyOf(values);
    }
    if (type instanceof PluginOf plugin) {
      return plugin(plugin.kind(), written);
    }
    if (type instanceof Scalar scalar) {
      return scalar(scalar, written);
    }
    throw wrongType(written);
  }

  /** If the value would be right without its quotes, the error says to leave them out. */
  private SpecException wrongType(SpecValue written) {
    return errors.wrongType(key, written, isQuoted(written) ? "; leave the quotes out" : "");
  }

  private static boolean isQuoted(SpecValue written) {
    if (!(written instanceof SpecValue.Text text)) {
      return false;
    }
    try {
      return !(SpecValue.parse(text.value()) instanceof SpecValue.Text);
    } catch (SpecException e) {
      return false;
    }
  }

  private Object plugin(Kind kind, SpecValue written) {
    if (written instanceof Spec spec) {
      return binder.create(kind, spec);
    }
    if (kind == Kind.SCHEDULE && written instanceof SpecValue.Decimal) {
      return constant(written);
    }
    throw wrongType(written);
  }

  /**
   * Makes a constant schedule of a number. Its errors must not mention the schedule, because
   * whoever wrote a plain number knows nothing of it.
   */
  private Object constant(SpecValue rate) {
    try {
      return binder.create(Kind.SCHEDULE, Spec.of("constant").with(VALUE, rate));
    } catch (SpecException e) {
      Throwable cause = e.getCause();
      throw errors.refused(
          key,
          VALUE,
          cause instanceof IllegalArgumentException
              ? String.valueOf(cause.getMessage())
              : e.problem());
    }
  }

  private Object scalar(Scalar type, SpecValue written) {
    return switch (type) {
      case INTEGER -> integer(written);
      case REAL -> real(written);
      case FLAG -> {
        if (written instanceof SpecValue.Flag flag) {
          yield flag.value();
        }
        throw wrongType(written);
      }
      case WORD -> {
        if (written instanceof Spec spec && spec.options().isEmpty()) {
          yield spec.name();
        }
        throw wrongType(written);
      }
      case TEXT -> {
        if (written instanceof SpecValue.Text text) {
          yield text.value();
        }
        throw errors.wrongType(key, written, "; write \"" + written + "\"");
      }
    };
  }

  private Long integer(SpecValue written) {
    if (written instanceof SpecValue.Decimal decimal) {
      try {
        return decimal.value().longValueExact();
      } catch (ArithmeticException e) {
        boolean isWhole = decimal.value().scale() <= 0;
        throw errors.wrongType(key, written, isWhole ? "; it has more than 63 bits" : "");
      }
    }
    throw wrongType(written);
  }

  private Double real(SpecValue written) {
    if (written instanceof SpecValue.Decimal decimal) {
      BigDecimal exact = decimal.value();
      double value = exact.doubleValue();
      if (Double.isInfinite(value) || (value == 0 && exact.signum() != 0)) {
        throw errors.wrongType(key, written, "; a double has magnitudes from 4.9e-324 to 1.7e308");
      }
      return value;
    }
    throw wrongType(written);
  }
}
