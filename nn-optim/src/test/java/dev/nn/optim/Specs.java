package dev.nn.optim;

import dev.nn.api.Optimizer;
import dev.nn.api.OptionType;
import dev.nn.api.Options;
import dev.nn.api.Schedule;
import dev.nn.api.Spec;
import dev.nn.api.SpecValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

/** Makes plugins of this module from specs, as the registry of nn-core does. */
final class Specs {
  private Specs() {}

  static Optimizer optimizer(String text) {
    Spec spec = Spec.parse(text);
    for (Optimizer prototype : ServiceLoader.load(Optimizer.class)) {
      if (prototype.name().equals(spec.name())) {
        return prototype.withOptions(overlaid(prototype.options(), spec));
      }
    }
    throw new IllegalArgumentException("no optimizer " + text);
  }

  static Schedule schedule(String text) {
    Spec spec = Spec.parse(text);
    for (Schedule prototype : ServiceLoader.load(Schedule.class)) {
      if (prototype.name().equals(spec.name())) {
        return prototype.withOptions(overlaid(prototype.options(), spec));
      }
    }
    throw new IllegalArgumentException("no schedule " + text);
  }

  private static Options overlaid(Options defaults, Spec spec) {
    Options complete = defaults;
    for (Map.Entry<String, SpecValue> written : spec.options().entrySet()) {
      OptionType type = defaults.type(written.getKey());
      complete = complete.with(written.getKey(), type, value(type, written.getValue()));
    }
    return complete;
  }

  private static Object value(OptionType type, SpecValue written) {
    if (type instanceof OptionType.OptionalOf optional) {
      return Optional.of(value(optional.type(), written));
    }
    if (type instanceof OptionType.ListOf list) {
      List<Object> values = new ArrayList<>();
      ((SpecValue.Items) written).values().forEach(item -> values.add(value(list.element(), item)));
      return values;
    }
    if (written instanceof SpecValue.Flag flag) {
      return flag.value();
    }
    if (written instanceof Spec word) {
      return word.name();
    }
    SpecValue.Decimal number = (SpecValue.Decimal) written;
    if (type instanceof OptionType.PluginOf) {
      return Schedule.constant(number.value().doubleValue());
    }
    return type == OptionType.Scalar.INTEGER
        ? (Object) number.value().longValueExact()
        : (Object) number.value().doubleValue();
  }
}
