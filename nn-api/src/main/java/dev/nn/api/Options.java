package dev.nn.api;

import dev.nn.api.OptionType.ListOf;
import dev.nn.api.OptionType.OptionalOf;
import dev.nn.api.OptionType.PluginOf;
import dev.nn.api.OptionType.Scalar;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The hyper-parameters of a plugin: names with types and values, in the order of declaration.
 * Immutable; every {@code with…} returns a new value:
 *
 * <pre>{@code
 * Options.NONE.withReal("negative_slope", 0.2)
 * Options.NONE.withInteger("units", 1).require("units").withPlugin("activation", activation)
 * }</pre>
 *
 * <p>A plugin that is being configured reads them back by name: {@code
 * options.real("negative_slope")}. Asking for a name or a type that was not declared is a mistake
 * in the plugin and throws {@code IllegalArgumentException}.
 */
public final class Options {
  /** No hyper-parameters. */
  public static final Options NONE = new Options(Map.of());

  private record Option(OptionType type, Object value, boolean required) {}

  private final Map<String, Option> entries;

  private Options(Map<String, Option> entries) {
    this.entries = Collections.unmodifiableMap(entries);
  }

  /** A whole number. */
  public Options withInteger(String name, long value) {
    return with(name, Scalar.INTEGER, value);
  }

  /** A finite number. */
  public Options withReal(String name, double value) {
    return with(name, Scalar.REAL, value);
  }

  /** A flag. */
  public Options withFlag(String name, boolean value) {
    return with(name, Scalar.FLAG, value);
  }

  /** A bare word. */
  public Options withWord(String name, String value) {
    return with(name, Scalar.WORD, value);
  }

  /** A quoted text. */
  public Options withText(String name, String value) {
    return with(name, Scalar.TEXT, value);
  }

  /** A plugin; its kind becomes the type. */
  public Options withPlugin(String name, Plugin value) {
    return with(name, new PluginOf(Kind.of(value)), value);
  }

  /** A list of values of the same type. */
  public Options withList(String name, OptionType element, List<?> values) {
    return with(name, new ListOf(element), values);
  }

  /** A value or none. */
  public Options withOptional(String name, OptionType type, Optional<?> value) {
    return with(name, new OptionalOf(type), value);
  }

  /**
   * An option of any type; it replaces one of the same name, keeping its place and whether it is
   * required.
   *
   * @throws IllegalArgumentException if the name is not legal or the value not of the type
   */
  public Options with(String name, OptionType type, Object value) {
    if (!Spec.isLegalKey(name)) {
      throw new IllegalArgumentException("\"" + name + "\" is not a legal option name");
    }
    Object checked = OptionValues.check(name, type, value);
    Map<String, Option> more = new LinkedHashMap<>(entries);
    more.put(name, new Option(type, checked, has(name) && isRequired(name)));
    return new Options(more);
  }

  /**
   * The same, where a spec has to give a value for these names: what is held is only an example.
   */
  public Options require(String... names) {
    Map<String, Option> more = new LinkedHashMap<>(entries);
    for (String name : names) {
      Option option = option(name);
      more.put(name, new Option(option.type, option.value, true));
    }
    return new Options(more);
  }

  /** The names in the order of declaration. */
  public Set<String> names() {
    return entries.keySet();
  }

  /** Whether an option of this name is declared. */
  public boolean has(String name) {
    return entries.containsKey(name);
  }

  /** The declared type of an option. */
  public OptionType type(String name) {
    return option(name).type;
  }

  /** The value of an option, as the Java type that its {@link OptionType} says. */
  public Object value(String name) {
    return option(name).value;
  }

  /** Whether a spec has to give a value. */
  public boolean isRequired(String name) {
    return option(name).required;
  }

  /**
   * The value of an integer option as an {@code int}.
   *
   * @throws IllegalArgumentException if it does not fit; the message says so to the user
   */
  public int integer(String name) {
    long value = longInteger(name);
    if (value != (int) value) {
      throw new IllegalArgumentException(name + " is out of range: " + value);
    }
    return (int) value;
  }

  /** The value of an integer option. */
  public long longInteger(String name) {
    return get(name, Long.class);
  }

  /** The value of a real option. */
  public double real(String name) {
    return get(name, Double.class);
  }

  /** The value of a flag. */
  public boolean flag(String name) {
    return get(name, Boolean.class);
  }

  /** The value of a word option. */
  public String word(String name) {
    return string(name, Scalar.WORD);
  }

  /** The value of a text option. */
  public String text(String name) {
    return string(name, Scalar.TEXT);
  }

  /** The value of a plugin option. */
  public <P extends Plugin> P plugin(String name, Class<P> kind) {
    return get(name, kind);
  }

  /** The value of a list option whose elements become {@code element}s. */
  public <T> List<T> list(String name, Class<T> element) {
    if (!(type(name) instanceof ListOf list && OptionValues.become(list.element(), element))) {
      throw declaredOtherwise(name, "a list of " + element.getSimpleName());
    }
    List<?> items = get(name, List.class);
    return items.stream().map(element::cast).collect(Collectors.toUnmodifiableList());
  }

  /** The value of an optional option. */
  public <T> Optional<T> optional(String name, Class<T> type) {
    if (!(type(name) instanceof OptionalOf optional
        && OptionValues.become(optional.type(), type))) {
      throw declaredOtherwise(name, type.getSimpleName() + " or none");
    }
    Optional<?> value = get(name, Optional.class);
    return value.map(type::cast);
  }

  /** The plugins among the values, those in lists and optional values too, in order. */
  public List<Plugin> plugins() {
    return entries.values().stream()
        .flatMap(option -> plugins(option.value))
        .collect(Collectors.toUnmodifiableList());
  }

  private static Stream<Plugin> plugins(Object value) {
    if (value instanceof Plugin plugin) {
      return Stream.of(plugin);
    }
    if (value instanceof Optional<?> optional) {
      return optional.stream().flatMap(Options::plugins);
    }
    return value instanceof List<?> items ? items.stream().flatMap(Options::plugins) : Stream.of();
  }

  private <T> T get(String name, Class<T> type) {
    Object value = option(name).value;
    if (!type.isInstance(value)) {
      throw declaredOtherwise(name, type.getSimpleName());
    }
    return type.cast(value);
  }

  private String string(String name, Scalar type) {
    if (type(name) != type) {
      throw declaredOtherwise(name, type.toString());
    }
    return get(name, String.class);
  }

  private IllegalArgumentException declaredOtherwise(String name, String asked) {
    return new IllegalArgumentException(
        "option " + name + " was declared as " + type(name) + ", not " + asked);
  }

  private Option option(String name) {
    Option option = entries.get(name);
    if (option == null) {
      throw new IllegalArgumentException("no option " + name + " was declared, only " + names());
    }
    return option;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Options that && entries.equals(that.entries);
  }

  @Override
  public int hashCode() {
    return entries.hashCode();
  }

  /** As in a spec: {@code (negative_slope=0.2)}. */
  @Override
  public String toString() {
    return entries.entrySet().stream()
        .map(e -> e.getKey() + "=" + SpecPrinter.value(e.getValue().type, e.getValue().value))
        .collect(Collectors.joining(", ", "(", ")"));
  }
}
