package dev.nn.testkit.check;

import dev.nn.api.Kind;
import dev.nn.api.NnException;
import dev.nn.api.Options;
import dev.nn.api.Plugin;
import dev.nn.api.Spec;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.testkit.measure.Fail;
import dev.nn.testkit.measure.Skip;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.opentest4j.AssertionFailedError;

/**
 * The rules P2 and P3 for plugins of all kinds, each as a separate check: a plugin comes back equal
 * from its options and from its text. Files keep nothing else of it, so anything that does not come
 * back would make a model predict differently after it is loaded. The registry must find the plugin
 * by its name, preferably as a fresh one with the default hyper-parameters, as a file would.
 */
public final class RoundTripChecks {
  private static final String ADVICE =
      "; a file keeps only the options, so declare every hyper-parameter in options() and read each"
          + " of them in withOptions()";

  private final Plugin fresh;
  private final Alternatives alternatives;

  private RoundTripChecks(Plugin fresh, Alternatives alternatives) {
    this.fresh = fresh;
    this.alternatives = alternatives;
  }

  /**
   * P2: {@code fresh.withOptions(p.options())} equals p, with the same hash and the same options,
   * where fresh is another instance with the default hyper-parameters; so it is for p with each
   * option changed alone and with all changed, and for a record each component is changed by an
   * option. Skipped for a record if no other value of its options is known, or if they change what
   * its text does not show.
   */
  public static void optionsRoundTrip(Plugin plugin, PluginRegistry registry) {
    Plugin fresh =
        registry.plugins(Kind.of(plugin)).stream()
            .filter(other -> other.getClass() == plugin.getClass())
            .filter(other -> other.name().equals(plugin.name()))
            .findFirst()
            .orElse(plugin);
    new RoundTripChecks(fresh, new Alternatives(registry)).check(plugin);
  }

  private void check(Plugin plugin) {
    comesBack(plugin, plugin);
    comesBack(plugin, fresh);
    List<Plugin> siblings = new ArrayList<>();
    List<String> fixed = new ArrayList<>();
    Options changed = plugin.options();
    for (String option : plugin.options().names()) {
      List<Options> others = accepted(plugin, option, plugin.options());
      others.forEach(other -> siblings.add(sibling(plugin, other)));
      if (others.isEmpty()) {
        fixed.add(option);
      }
      changed = accepted(plugin, option, changed).stream().findFirst().orElse(changed);
    }
    siblings.add(sibling(plugin, changed));
    everyComponentIsChanged(plugin, siblings, fixed);
  }

  private List<Options> accepted(Plugin plugin, String option, Options options) {
    return alternatives.options(plugin, option, options).stream()
        .filter(changed -> isAccepted(plugin, changed))
        .toList();
  }

  private static boolean isAccepted(Plugin plugin, Options options) {
    try {
      plugin.withOptions(options);
      return true;
    } catch (IllegalArgumentException | NnException refused) {
      return false;
    }
  }

  /** The plugin with other options, which must hold them and come back from them. */
  private Plugin sibling(Plugin plugin, Options options) {
    Plugin sibling = plugin.withOptions(options);
    Fail.unless(
        sibling.options().equals(options),
        () ->
            "P2: withOptions%s gives a plugin with the options %s; each option must come back as it"
                    .formatted(options, sibling.options())
                + " was given");
    comesBack(sibling, fresh);
    return sibling;
  }

  private static void comesBack(Plugin plugin, Plugin from) {
    Plugin back = from.withOptions(plugin.options());
    Fail.unless(
        plugin.equals(back),
        () ->
            "P2: %s comes back from its options %s as %s".formatted(plugin, plugin.options(), back)
                + ADVICE);
    Fail.unless(
        plugin.hashCode() == back.hashCode(),
        () -> "P2: %s comes back from its options with another hash".formatted(plugin));
    Fail.unlessEqual(plugin.options(), back.options(), "P2: the options of what comes back");
  }

  /**
   * A component that no option changes is at its default in every plugin that was read from a file,
   * and nothing but a plugin that somebody made otherwise shows it.
   */
  private static void everyComponentIsChanged(
      Plugin plugin, List<Plugin> siblings, List<String> fixed) {
    Optional<Components> components = Components.of(plugin);
    if (components.isEmpty()) {
      return;
    }
    TreeSet<String> left = new TreeSet<>(components.get().names());
    boolean isHidden = false;
    for (Plugin sibling : siblings) {
      Optional<Components> others = Components.of(sibling);
      List<String> changed = others.map(components.get()::differences).orElse(List.of());
      isHidden |= changed.isEmpty() && !sibling.equals(plugin);
      left.removeAll(changed);
    }
    if (!left.isEmpty()) {
      boolean isChangedUnseen = isHidden;
      Skip.unless(
          fixed.isEmpty(),
          () -> "P2: no other value is known of %s, which may change %s".formatted(fixed, left));
      Skip.unless(
          !isChangedUnseen,
          () -> "P2: its text does not show what the options change; it may be " + left);
      throw new AssertionFailedError(
          "P2: no option changes the components %s of the record".formatted(left) + ADVICE);
    }
  }

  /** P3: the spec that is printed reads back, through a registry, as an equal plugin. */
  public static void specRoundTrip(Plugin plugin, PluginRegistry registry) {
    Plugin resolved = registry.resolve(plugin);
    String text = Spec.of(resolved).toString();
    Plugin read = registry.create(Kind.of(plugin), Spec.parse(text));
    Fail.unlessEqual(resolved, read, "P3: what " + text + " reads back as");
    Fail.unlessEqual(text, Spec.of(read).toString(), "P3: printed again");
  }
}
