package dev.nn.core.plugin;

import dev.nn.api.Kind;
import dev.nn.api.NnException;
import dev.nn.api.OptionType;
import dev.nn.api.OptionType.ListOf;
import dev.nn.api.OptionType.OptionalOf;
import dev.nn.api.OptionType.PluginOf;
import dev.nn.api.Options;
import dev.nn.api.Plugin;
import dev.nn.api.PluginException;
import dev.nn.api.Reference;
import dev.nn.api.Spec;
import dev.nn.api.SpecException;
import dev.nn.api.SpecValue;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes a plugin from a spec, together with all plugins that are nested in it. */
public final class SpecBinder {
  private final PluginTable table;
  private final Set<Kind> lenient;
  private final Deque<Wanted> inProgress = new ArrayDeque<>();

  private record Wanted(Kind kind, Spec spec) {
    /** Names first: nearly all differ there, and whole specs take long to compare. */
    boolean is(Kind kind, Spec spec) {
      return this.kind == kind && this.spec.name().equals(spec.name()) && this.spec.equals(spec);
    }
  }

  /**
   * Creates a binder that knows the plugins of a table.
   *
   * @param lenient the kinds for which a reference will do if a plugin cannot be made
   */
  public SpecBinder(PluginTable table, Set<Kind> lenient) {
    this.table = table;
    this.lenient = lenient;
  }

  /**
   * Returns the plugin of a spec, or a reference to it if it cannot be made and a reference will
   * do.
   *
   * @throws SpecException if it cannot be made; the message points at the place
   */
  public Plugin create(Kind kind, Spec spec) {
    if (lenient.contains(kind) && !table.knows(kind, spec.name())) {
      // Not by way of an error, whose text would be made from all names that are near.
      return Reference.to(kind, spec);
    }
    for (Wanted outer : inProgress) {
      if (outer.is(kind, spec)) {
        throw spec.error(spec.name() + " refers to itself");
      }
    }
    inProgress.push(new Wanted(kind, spec));
    try {
      return bind(kind, spec);
    } catch (NnException e) {
      if (lenient.contains(kind)) {
        return Reference.to(kind, spec);
      }
      throw e;
    } finally {
      inProgress.pop();
    }
  }

  private Plugin bind(Kind kind, Spec spec) {
    ProviderEntry entry = find(kind, spec);
    return Configured.of(entry.prototype(), options(spec, entry.options()), spec);
  }

  /**
   * Returns declared options with the values that a spec gives in place of the defaults.
   *
   * @throws SpecException if an option does not exist, is missing, or has another type
   */
  public Options options(Spec spec, Options declared) {
    OptionErrors errors = new OptionErrors(spec, declared);
    errors.checkKeys();
    Options complete = declared;
    for (String name : complete.names()) {
      OptionType type = complete.type(name);
      SpecValue written = spec.options().get(name);
      Object value =
          written == null
              ? defaultValue(spec, name, type, complete.value(name))
              : new ValueReader(this, errors, name).read(type, written);
      complete = complete.with(name, type, value);
    }
    return complete;
  }

  private ProviderEntry find(Kind kind, Spec spec) {
    try {
      return table.find(kind, spec.name());
    } catch (PluginException e) {
      String message = String.valueOf(e.getMessage());
      // The list of what is installed is long, and causes are printed too.
      String brief = message.lines().findFirst().orElse("");
      throw spec.error("", message, new PluginException(brief, e.getCause()));
    }
  }

  private Object defaultValue(Spec spec, String name, OptionType type, Object value) {
    try {
      return resolveValue(type, value);
    } catch (SpecException e) {
      String problem =
          "the default of option "
              + name
              + " of "
              + spec.name()
              + " cannot be made: "
              + e.problem();
      throw spec.error("", problem, e);
    }
  }

  /**
   * Returns the same plugin with every reference in it replaced by the plugin that it refers to. A
   * plugin without references is returned as it is.
   */
  public Plugin resolve(Plugin plugin) {
    if (plugin instanceof Reference reference) {
      return create(Kind.of(plugin), reference.spec());
    }
    Options options = plugin.options();
    Options resolved = options;
    boolean isResolved = true;
    for (String name : options.names()) {
      OptionType type = options.type(name);
      Object value = options.value(name);
      Object replacement = resolveValue(type, value);
      if (replacement != value) {
        isResolved = false;
        resolved = resolved.with(name, type, replacement);
      }
    }
    return isResolved ? plugin : Configured.of(plugin, resolved, Spec.of(plugin));
  }

  /** The value itself if there is no reference in it. */
  private Object resolveValue(OptionType type, Object value) {
    if (type instanceof OptionalOf optional) {
      Optional<?> present = (Optional<?>) value;
      if (present.isEmpty()) {
        return value;
      }
      Object resolved = resolveValue(optional.type(), present.get());
      return resolved == present.get() ? value : Optional.of(resolved);
    }
    if (type instanceof ListOf list) {
      List<?> items = (List<?>) value;
      List<?> resolved = items.stream().map(item -> resolveValue(list.element(), item)).toList();
      return isSame(items, resolved) ? value : resolved;
    }
    return type instanceof PluginOf ? resolve((Plugin) value) : value;
  }

  private static boolean isSame(List<?> before, List<?> after) {
    for (int i = 0; i < before.size(); i++) {
      if (before.get(i) != after.get(i)) {
        return false;
      }
    }
    return true;
  }
}
