package dev.nn.core.plugin;

import dev.nn.api.Kind;
import dev.nn.api.OptionType;
import dev.nn.api.OptionType.ListOf;
import dev.nn.api.OptionType.OptionalOf;
import dev.nn.api.OptionType.PluginOf;
import dev.nn.api.OptionType.Scalar;
import dev.nn.api.Options;
import dev.nn.api.Spec;
import dev.nn.api.SpecException;
import dev.nn.api.SpecValue;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Adds advice to the error for a value that is written without the name of its option, as in {@code
 * adam(0.1)}. The grammar cannot know which option was meant, but the table of plugins can.
 */
public final class PositionalValue {
  /** The name before a bracket, at the end of the text. */
  private static final Pattern OWNER = Pattern.compile("([\\w.]+)\\s*$");

  private final String text;
  private final PluginTable table;

  private PositionalValue(String text, PluginTable table) {
    this.text = text;
    this.table = table;
  }

  /**
   * The exception for the spec of a plugin, with the option that was meant, if that can be known.
   */
  static SpecException named(SpecException e, String text, PluginTable table) {
    return new PositionalValue(text, table)
        .named(
            e,
            owner -> {
              List<ProviderEntry> entries =
                  Arrays.stream(Kind.values())
                      .flatMap(table::entries)
                      .filter(entry -> entry.isCalled(owner))
                      .toList();
              return entries.size() == 1 ? Optional.of(entries.get(0).options()) : Optional.empty();
            });
  }

  /**
   * Returns the exception for the spec of something that is no plugin, with the option that was
   * meant, if that can be known.
   *
   * @param declared returns the options that something of a name has
   */
  public static SpecException named(
      SpecException e, String text, Function<String, Optional<Options>> declared) {
    return new PositionalValue(text, PluginTable.EMPTY).named(e, declared);
  }

  private SpecException named(SpecException e, Function<String, Optional<Options>> declared) {
    int from = start(e.position());
    int opening = opening(from);
    Matcher owner = OWNER.matcher(text.substring(0, Math.max(0, opening)));
    if (!owner.find()) {
      return e;
    }
    String written = text.substring(from, end(from)).strip();
    return value(written)
        .flatMap(value -> declared.apply(owner.group(1)).flatMap(options -> option(options, value)))
        .map(
            option ->
                new SpecException(
                    "%s; write %s=%s".formatted(e.problem(), option, written),
                    text,
                    e.position(),
                    e))
        .orElse(e);
  }

  private static Optional<SpecValue> value(String written) {
    try {
      return Optional.of(SpecValue.parse(written));
    } catch (SpecException e) {
      return Optional.empty();
    }
  }

  private Optional<String> option(Options options, SpecValue value) {
    return options.names().stream().filter(name -> fits(options.type(name), value)).findFirst();
  }

  private boolean fits(OptionType type, SpecValue value) {
    if (type instanceof OptionalOf optional) {
      return fits(optional.type(), value);
    }
    if (type instanceof PluginOf plugin) {
      return value instanceof Spec spec
          ? table.namesAndAliases(plugin.kind()).contains(spec.name())
          : plugin.kind() == Kind.SCHEDULE && value instanceof SpecValue.Decimal;
    }
    if (type instanceof ListOf) {
      return value instanceof SpecValue.Items;
    }
    return switch ((Scalar) type) {
      case INTEGER, REAL -> value instanceof SpecValue.Decimal;
      case FLAG -> value instanceof SpecValue.Flag;
      case WORD -> value instanceof Spec spec && spec.options().isEmpty();
      case TEXT -> value instanceof SpecValue.Text;
    };
  }

  /** The position after the last bracket or comma before a position. */
  private int start(int position) {
    int at = position;
    while (at > 0 && text.charAt(at - 1) != '(' && text.charAt(at - 1) != ',') {
      at--;
    }
    return at;
  }

  /** The round bracket that is open at a position, or −1 if none is or it is of another kind. */
  private int opening(int position) {
    int closed = 0;
    for (int at = position - 1; at >= 0; at--) {
      char c = text.charAt(at);
      if (c == ')' || c == ']') {
        closed++;
      } else if (c == '(' || c == '[') {
        if (closed == 0) {
          return c == '(' ? at : -1;
        }
        closed--;
      }
    }
    return -1;
  }

  /** The end of the value that begins at a position. */
  private int end(int from) {
    int open = 0;
    for (int at = from; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '(' || c == '[') {
        open++;
      } else if (open == 0 && (c == ')' || c == ',')) {
        return at;
      } else if (c == ')' || c == ']') {
        open--;
      }
    }
    return text.length();
  }
}
