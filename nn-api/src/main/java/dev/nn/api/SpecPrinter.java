package dev.nn.api;

import dev.nn.api.OptionType.ListOf;
import dev.nn.api.OptionType.OptionalOf;
import dev.nn.api.OptionType.PluginOf;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Turns plugins into specs: the way back from a value to its text. */
final class SpecPrinter {
  private SpecPrinter() {}

  static Spec specOf(Plugin plugin) {
    if (plugin instanceof Reference reference) {
      return reference.spec();
    }
    Options options = plugin.options();
    Spec spec = Spec.of(plugin.name());
    for (String name : options.names()) {
      spec = spec.with(name, value(options.type(name), options.value(name)));
    }
    return spec;
  }

  static SpecValue value(OptionType type, Object value) {
    if (type instanceof OptionalOf optional) {
      Optional<?> present = (Optional<?>) value;
      return present.isPresent() ? value(optional.type(), present.get()) : new SpecValue.None();
    }
    if (type instanceof ListOf list) {
      return new SpecValue.Items(
          ((List<?>) value).stream().map(item -> value(list.element(), item)).toList());
    }
    if (type instanceof PluginOf plugin) {
      return pluginValue(specOf((Plugin) value), plugin.kind());
    }
    return switch ((OptionType.Scalar) type) {
      case INTEGER -> new SpecValue.Decimal((Long) value);
      case REAL -> new SpecValue.Decimal((Double) value);
      case FLAG -> new SpecValue.Flag((Boolean) value);
      case WORD -> Spec.of((String) value);
      case TEXT -> new SpecValue.Text((String) value);
    };
  }

  /** A constant schedule is written as its number. */
  private static SpecValue pluginValue(Spec spec, Kind kind) {
    boolean isConstantRate =
        kind == Kind.SCHEDULE
            && spec.name().equals("constant")
            && spec.options().keySet().equals(Set.of("value"));
    SpecValue rate = isConstantRate ? spec.options().get("value") : spec;
    return rate instanceof SpecValue.Decimal ? rate : spec;
  }
}
