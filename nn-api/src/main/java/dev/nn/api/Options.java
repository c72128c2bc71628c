package dev.nn.api;

import dev.nn.api.OptionType.ListOf;
import dev.nn.api.OptionType.OptionalOf;
import dev.nn.api.OptionType.PluginOf;
import dev.nn.api.OptionType.Scalar;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The hyper-parameters of a plugin: names with types and values, in the order in which they were
 * declared.
 *
 * <p>A plugin declares its options with the values that it has, and reads them back by name when it
 * is asked for a sibling with other values:
 *
 * <pre>{@code
 * public record Leaky(double slope) implements ElementwiseActivation {
 *   public Leaky() { this(0.01); } // the default
 *   public String name() { return "acme.leaky"; }
 *   public Options options() { return Options.NONE.withReal("slope", slope); }
 *   public Leaky withOptions(Options complete) { return new Leaky(complete.real("slope")); }
 *   public float value(float z) { return Math.max(z, 0) + (float) slope * Math.min(z, 0); }
 *   public float derivative(float z, float a) { return z > 0 ? 1 : (float) slope; }
 * }
 * }</pre>
 *
 * <p>The declaration is all that the framework needs to know. It accepts {@code
 * acme.leaky(slope=0.2)}, fills in the default where an option is left out, and refuses {@code
 * acme.leaky(slpe=0.2)} and {@code acme.leaky(slope=true)} with a message that points at the place.
 * Only the range of a value is left for the plugin to check, in its constructor.
 *
 * <p>Where no default makes sense, {@link #require} has every spec give a value; the one in the
 * declaration is an example then:
 *
 * <pre>{@code
 * Options.NONE.withInteger("units", 1).require("units")
 * }</pre>
 *
 * <p>Options are immutable, and every {@code with…} returns a new value. To ask for a name that was
 * not declared, or for another type, is a mistake in the plugin and throws {@code
 * IllegalArgumentException}.
 */
public final class Options {
  /** No hyper-parameters, from which every declaration starts. */
  public static final Options NONE = new Options(Map.of());

  private record Option(OptionType type, Object value, boolean required) {
    // By hand: what a record makes by itself is made anew in every process, in 20 ms.
    @Override
    public boolean equals(Object other) {
      return other instanceof Option that
          && Objects.equals(type, that.type)
          && Objects.equals(value, that.value)
          && required == that.required;
    }

    @Override
    public int hashCode() {
      return Objects.hash(type, value, required);
    }
  }

  private final Map<String, Option> entries;

  private Options(Map<String, Option> entries) {
    this.entries = Collections.unmodifiableMap(entries);
  }

  /**
   * Returns these options and one for a whole number, such as {@code units=128}.
   *
   * @throws IllegalArgumentException if the name is not legal
   */
  public Options withInteger(String name, long value) {
    return with(name, Scalar.INTEGER, value);
  }

  /**
   * Returns these options and one for a finite number, such as {@code momentum=0.9}.
   *
   * @throws IllegalArgumentException if the name is not legal or the value not finite
   */
  public Options withReal(String name, double value) {
    return with(name, Scalar.REAL, value);
  }

  /**
   * Returns these options and one that is {@code true} or {@code false}, such as {@code
   * nesterov=true}.
   *
   * @throws IllegalArgumentException if the name is not legal
   */
  public Options withFlag(String name, boolean value) {
    return with(name, Scalar.FLAG, value);
  }

  /**
   * Returns these options and one for a word that is written without quotes, such as {@code
   * mode=fan_in}. It suits a choice between a few names, which the plugin checks.
   *
   * @throws IllegalArgumentException if the name is not legal or the value not a word by the rules
   *     for names
   */
  public Options withWord(String name, String value) {
    return with(name, Scalar.WORD, value);
  }

  /**
   * Returns these options and one for any text, which specs write in quotes, such as {@code
   * title="Any text"}.
   *
   * @throws IllegalArgumentException if the name is not legal
   */
  public Options withText(String name, String value) {
    return with(name, Scalar.TEXT, value);
  }

  /**
   * Returns these options and one for a plugin, such as {@code activation=relu}. The kind of the
   * given plugin becomes the type of the option; for a schedule, specs may also give a bare number.
   *
   * @throws IllegalArgumentException if the name is not legal
   */
  public Options withPlugin(String name, Plugin value) {
    return with(name, new PluginOf(Kind.of(value)), value);
  }

  /**
   * Returns these options and one for a list whose values are all of one type, such as {@code
   * rates=[0.1, 0.01]}:
   *
   * <pre>{@code
   * options.withList("rates", OptionType.Scalar.REAL, List.of(0.1, 0.01))
   * }</pre>
   *
   * @throws IllegalArgumentException if the name is not legal or a value not of the type
   */
  public Options withList(String name, OptionType element, List<?> values) {
    return with(name, new ListOf(element), values);
  }

  /**
   * Returns these options and one for a value that may be absent, such as {@code limit=6} or {@code
   * limit=none}:
   *
   * <pre>{@code
   * options.withOptional("limit", OptionType.Scalar.REAL, Optional.empty())
   * }</pre>
   *
   * @throws IllegalArgumentException if the name is not legal or the value not of the type
   */
  public Options withOptional(String name, OptionType type, Optional<?> value) {
    return with(name, new OptionalOf(type), value);
  }

  /**
   * Returns these options and one of any type. If there is one of the same name, it is replaced,
   * and keeps its place and whether it is required.
   *
   * @param name lower-case letters, digits and underscores, a letter first
   * @param type what specs may write for it
   * @param value a value of the Java type that the {@link OptionType} says
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
   * Returns the same options, but specs have to give a value for these names. The values that are
   * held for them are examples only.
   *
   * @throws IllegalArgumentException if a name was not declared
   */
  public Options require(String... names) {
    Map<String, Option> more = new LinkedHashMap<>(entries);
    for (String name : names) {
      Option option = option(name);
      more.put(name, new Option(option.type, option.value, true));
    }
    return new Options(more);
  }

  /** Returns the names in the order in which they were declared. */
  public Set<String> names() {
    return entries.keySet();
  }

  /** Returns whether an option of this name was declared. */
  public boolean has(String name) {
    return entries.containsKey(name);
  }

  /**
   * Returns the declared type of an option.
   *
   * @throws IllegalArgumentException if the name was not declared
   */
  public OptionType type(String name) {
    return option(name).type;
  }

  /**
   * Returns the value of an option, as the Java type that its {@link OptionType} says.
   *
   * @throws IllegalArgumentException if the name was not declared
   */
  public Object value(String name) {
    return option(name).value;
  }

  /**
   * Returns whether a spec has to give a value for an option.
   *
   * @throws IllegalArgumentException if the name was not declared
   */
  public boolean isRequired(String name) {
    return option(name).required;
  }

  /**
   * Returns the value of an integer option as an {@code int}.
   *
   * @throws IllegalArgumentException if it does not fit in an {@code int}, which the message says
   *     to the user; or if no integer option of this name was declared
   */
  public int integer(String name) {
    long value = longInteger(name);
    if (value != (int) value) {
      throw new IllegalArgumentException(name + " is out of range: " + value);
    }
    return (int) value;
  }

  /**
   * Returns the value of an integer option.
   *
   * @throws IllegalArgumentException if no integer option of this name was declared
   */
  public long longInteger(String name) {
    return get(name, Long.class);
  }

  /**
   * Returns the value of an option for a finite number.
   *
   * @throws IllegalArgumentException if no such option of this name was declared
   */
  public double real(String name) {
    return get(name, Double.class);
  }

  /**
   * Returns the value of an option that is {@code true} or {@code false}.
   *
   * @throws IllegalArgumentException if no such option of this name was declared
   */
  public boolean flag(String name) {
    return get(name, Boolean.class);
  }

  /**
   * Returns the value of an option for a word.
   *
   * @throws IllegalArgumentException if no such option of this name was declared
   */
  public String word(String name) {
    return string(name, Scalar.WORD);
  }

  /**
   * Returns the value of an option for a quoted text.
   *
   * @throws IllegalArgumentException if no such option of this name was declared
   */
  public String text(String name) {
    return string(name, Scalar.TEXT);
  }

  /**
   * Returns the value of an option for a plugin: {@code options.plugin("activation",
   * Activation.class)}.
   *
   * @throws IllegalArgumentException if no option for a plugin of this kind was declared by this
   *     name
   */
  public <P extends Plugin> P plugin(String name, Class<P> kind) {
    return get(name, kind);
  }

  /**
   * Returns the value of an option for a list: {@code options.list("rates", Double.class)}.
   *
   * @param name the option
   * @param element the Java type that the elements have, as {@link OptionType} says
   * @throws IllegalArgumentException if no option for such a list was declared by this name
   */
  public <T> List<T> list(String name, Class<T> element) {
    if (!(type(name) instanceof ListOf list && OptionValues.become(list.element(), element))) {
      throw declaredOtherwise(name, "a list of " + element.getSimpleName());
    }
    List<?> items = get(name, List.class);
    return items.stream().map(element::cast).collect(Collectors.toUnmodifiableList());
  }

  /**
   * Returns the value of an option that may be absent: {@code options.optional("limit",
   * Double.class)}.
   *
   * @param name the option
   * @param type the Java type that a value has, as {@link OptionType} says
   * @throws IllegalArgumentException if no such option was declared by this name
   */
  public <T> Optional<T> optional(String name, Class<T> type) {
    if (!(type(name) instanceof OptionalOf optional
        && OptionValues.become(optional.type(), type))) {
      throw declaredOtherwise(name, type.getSimpleName() + " or none");
    }
    Optional<?> value = get(name, Optional.class);
    return value.map(type::cast);
  }

  /**
   * Returns the plugins among the values, in the order of their options, with those that stand in
   * lists and in optional values. Whoever looks through a plugin and all plugins within it follows
   * them.
   */
  public List<Plugin> plugins() {
    List<Plugin> plugins = new ArrayList<>();
    for (Option option : entries.values()) {
      collectPlugins(option.value, plugins);
    }
    return Collections.unmodifiableList(plugins);
  }

  private static void collectPlugins(Object value, List<Plugin> plugins) {
    if (value instanceof Plugin plugin) {
      plugins.add(plugin);
    } else if (value instanceof Optional<?> optional && optional.isPresent()) {
      collectPlugins(optional.get(), plugins);
    } else if (value instanceof List<?> items) {
      for (Object item : items) {
        collectPlugins(item, plugins);
      }
    }
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

  /** Returns the options as a spec writes them: {@code (negative_slope=0.2)}. */
  @Override
  public String toString() {
    return entries.entrySet().stream()
        .map(e -> e.getKey() + "=" + SpecPrinter.value(e.getValue().type, e.getValue().value))
        .collect(Collectors.joining(", ", "(", ")"));
  }
}
