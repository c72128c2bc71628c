package dev.nn.testkit.check;

import dev.nn.api.Kind;
import dev.nn.api.NnException;
import dev.nn.api.Options;
import dev.nn.api.Plugin;
import dev.nn.api.Spec;
import dev.nn.api.SpecException;
import dev.nn.api.SpecValue;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.testkit.measure.Fail;
import dev.nn.testkit.measure.Skip;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/**
 * The rules P1, P4, P5 and P8 for plugins of all kinds, each as a separate check. P2 and P3 are in
 * {@link RoundTripChecks}, P6 and P7 in {@link StateChecks}, and P9 is in {@link OptionChecks}.
 * Where a check takes a registry, that must find the plugin by its name.
 */
public final class PluginChecks {
  /** Methods of {@code Math} whose last bit may differ between machines. */
  private static final Set<String> INEXACT =
      Set.of(
          "exp", "expm1", "log", "log10", "log1p", "pow", "sin", "cos", "tan", "asin", "acos",
          "atan", "atan2", "sinh", "cosh", "tanh", "cbrt", "hypot");

  private PluginChecks() {}

  /** P1: the name and the aliases are legal, and the description is one line. */
  public static void nameIsLegal(Plugin plugin) {
    Fail.unless(Spec.isLegalName(plugin.name()), () -> "P1: no legal name: " + plugin.name());
    for (String alias : plugin.aliases()) {
      Fail.unless(Spec.isLegalName(alias), () -> "P1: no legal alias: " + alias);
      Fail.unless(!alias.equals(plugin.name()), "P1: the name is also an alias");
    }
    Fail.unless(
        plugin.description().indexOf('\n') < 0,
        () -> "P1: the description has more than one line: " + plugin.description());
  }

  /** P4: an option that does not exist is refused, with the names of those that do. */
  public static void unknownOptionIsRefused(Plugin plugin, PluginRegistry registry) {
    Options options = plugin.options();
    String unknown = "unheard_of";
    while (options.has(unknown)) {
      unknown += "_";
    }
    Spec spec = Spec.of(plugin.name()).with(unknown, new SpecValue.Decimal(1));
    for (String name : options.names()) {
      if (options.isRequired(name)) {
        spec = spec.with(name, Spec.of(plugin).options().getOrDefault(name, new SpecValue.None()));
      }
    }
    String message = refusal(plugin, spec, registry);
    Fail.unless(
        message.contains(unknown), () -> "P4: the message does not name the option: " + message);
    for (String name : options.names()) {
      Fail.unless(
          message.contains(name), () -> "P4: the message does not name " + name + ": " + message);
    }
  }

  private static String refusal(Plugin plugin, Spec spec, PluginRegistry registry) {
    try {
      registry.create(Kind.of(plugin), Spec.parse(spec.toString()));
    } catch (SpecException refusal) {
      return String.valueOf(refusal.getMessage());
    }
    throw new AssertionFailedError("P4: an unknown option was accepted: " + spec);
  }

  /**
   * P5: an extreme value, or a word that nobody knows, is either taken as it is or refused by an
   * {@code IllegalArgumentException} or {@code NnException} whose message names the option. The
   * rule is skipped if extreme values find no limit of any option; that an integer must fit into an
   * {@code int} does not count as one.
   */
  public static void outOfRangeIsRefused(Plugin plugin) {
    int refused = 0;
    for (String name : plugin.options().names()) {
      for (Options extreme : Extremes.of(plugin.options(), name)) {
        if (isRefused(plugin, name, extreme) && Extremes.finds(extreme.value(name))) {
          refused++;
        }
      }
    }
    Skip.unless(refused > 0, "P5: no option has a limit that extreme values find");
  }

  private static boolean isRefused(Plugin plugin, String name, Options extreme) {
    Object value = extreme.value(name);
    try {
      Plugin sibling = plugin.withOptions(extreme);
      Fail.unlessEqual(
          value, sibling.options().value(name), "P5: " + name + " was given and accepted, but is");
      return false;
    } catch (IllegalArgumentException | NnException e) {
      String message = String.valueOf(e.getMessage());
      Fail.unless(
          message.contains(name),
          () ->
              "P5: the refusal of %s=%s does not name the option: %s"
                  .formatted(name, value, message));
      return true;
    } catch (RuntimeException e) {
      throw new AssertionFailedError(
          "P5: %s=%s must be refused by an IllegalArgumentException".formatted(name, value), e);
    }
  }

  /**
   * P8: calls of {@code Math.exp} and similar methods, whose last bit may differ between machines,
   * are reported as warnings, because they are allowed. Only the class itself is looked at.
   *
   * @param warnings receives the warning, if there is one
   */
  public static void warnOfInexactMath(Plugin plugin, Consumer<String> warnings) {
    SortedSet<String> used = inexactMath(plugin);
    if (!used.isEmpty()) {
      warnings.accept(
          "P8: %s calls Math.%s, whose last bit may differ between machines; see FloatMath"
              .formatted(plugin.getClass().getName(), String.join(", Math.", used)));
    }
  }

  /**
   * Returns the methods that P8 warns of. The rule is skipped if the class file cannot be found.
   */
  public static SortedSet<String> inexactMath(Plugin plugin) {
    Class<?> type = plugin.getClass();
    String file = type.getName().substring(type.getPackageName().length()).replaceFirst("^\\.", "");
    try (InputStream classFile = type.getResourceAsStream(file + ".class")) {
      if (classFile != null) {
        SortedSet<String> used = new TreeSet<>(ClassFile.methodsUsed(classFile, "java/lang/Math"));
        used.retainAll(INEXACT);
        return used;
      }
    } catch (IOException e) {
      throw new TestAbortedException("P8: the class file cannot be read: " + e);
    }
    throw new TestAbortedException("P8: there is no class file of " + type.getName());
  }
}
