package dev.nn.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.nn.api.Kind;
import dev.nn.api.NnException;
import dev.nn.api.Options;
import dev.nn.api.Plugin;
import dev.nn.api.Spec;
import dev.nn.api.SpecException;
import dev.nn.api.SpecValue;
import dev.nn.core.plugin.PluginRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.TestReporter;

/**
 * The rules P1 to P5 and P8 for plugins of all kinds, each as a check of its own; P6 and P7 are in
 * {@link StateChecks}, P9 in {@link OptionChecks}. A registry that is asked for must find the
 * plugin by its name.
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
    assertTrue(Spec.isLegalName(plugin.name()), () -> "P1: no legal name: " + plugin.name());
    for (String alias : plugin.aliases()) {
      assertTrue(Spec.isLegalName(alias), () -> "P1: no legal alias: " + alias);
      assertFalse(alias.equals(plugin.name()), "P1: the name is also an alias");
    }
    assertEquals(
        1,
        1 + plugin.description().chars().filter(c -> c == '\n').count(),
        "P1: lines of the description");
  }

  /** P2: {@code p.withOptions(p.options())} equals p, with the same hash and the same options. */
  public static void optionsRoundTrip(Plugin plugin) {
    Plugin same = plugin.withOptions(plugin.options());
    assertEquals(plugin, same, "P2: withOptions(options())");
    assertEquals(plugin.hashCode(), same.hashCode(), "P2: the hash of withOptions(options())");
    assertEquals(plugin.options(), same.options(), "P2: the options of withOptions(options())");
  }

  /** P3: the spec that is printed reads back, through a registry, as an equal plugin. */
  public static void specRoundTrip(Plugin plugin, PluginRegistry registry) {
    Plugin resolved = registry.resolve(plugin);
    String text = Spec.of(resolved).toString();
    Plugin read = registry.create(Kind.of(plugin), Spec.parse(text));
    assertEquals(resolved, read, () -> "P3: what " + text + " reads back as");
    assertEquals(text, Spec.of(read).toString(), "P3: printed again");
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
    String text = spec.toString();
    SpecException refusal =
        assertThrows(
            SpecException.class,
            () -> registry.create(Kind.of(plugin), Spec.parse(text)),
            "P4: an unknown option was accepted");
    String message = String.valueOf(refusal.getMessage());
    assertTrue(
        message.contains(unknown), () -> "P4: the message does not name the option: " + message);
    for (String name : options.names()) {
      assertTrue(
          message.contains(name), () -> "P4: the message does not name " + name + ": " + message);
    }
  }

  /**
   * P5: a value far out, or a word that nobody knows, is either taken as it is or refused by an
   * {@code IllegalArgumentException} or {@code NnException} whose message names the option. Skipped
   * if no option has a limit that extremes find; that an integer is no {@code int} is none.
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
      assertEquals(
          value, sibling.options().value(name), "P5: " + name + " was given and accepted, but is");
      return false;
    } catch (IllegalArgumentException | NnException e) {
      String message = String.valueOf(e.getMessage());
      assertTrue(
          message.contains(name),
          () ->
              "P5: the refusal of %s=%s does not name the option: %s"
                  .formatted(name, value, message));
      return true;
    } catch (RuntimeException e) {
      return fail(
          "P5: %s=%s must be refused by an IllegalArgumentException".formatted(name, value), e);
    }
  }

  /**
   * P8: calls of {@code Math.exp} and the like, whose last bit may differ between machines, are
   * reported as warnings, for they are allowed. Only the class itself is looked at. The warning
   * goes to the report of the test, which not every build tool shows, and to the {@link
   * System.Logger} named {@code dev.nn.testkit}.
   */
  public static void warnOfInexactMath(Plugin plugin, TestReporter reporter) {
    SortedSet<String> used = inexactMath(plugin);
    if (!used.isEmpty()) {
      String warning =
          "P8: %s calls Math.%s, whose last bit may differ between machines; see FloatMath"
              .formatted(plugin.getClass().getName(), String.join(", Math.", used));
      reporter.publishEntry("warning", warning);
      System.getLogger("dev.nn.testkit").log(Level.WARNING, warning);
    }
  }

  /** The methods that P8 warns of; the rule is skipped if the class file is not to be found. */
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
      abort("P8: the class file cannot be read: " + e);
    }
    abort("P8: there is no class file of " + type.getName());
    throw new AssertionError();
  }
}
