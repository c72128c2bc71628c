package dev.nn.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.nn.api.Activation;
import dev.nn.api.Kind;
import dev.nn.api.Plugin;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.testkit.check.Rule;
import dev.nn.testkit.check.Rules;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.opentest4j.TestAbortedException;

/** Whatever a plugin throws, and wherever, the failure begins with the number of a rule. */
class ThrowingPluginsTest {
  private static final List<Plugin> GOOD =
      List.of(
          new GoodActivation(),
          new BrokenInitializers.Good(),
          new GoodLayer(),
          new Centring(),
          new BrokenLosses.Good(),
          new BrokenOptimizers.Good(),
          new BrokenOptimizers.Momentum(),
          new BrokenSchedules.Good());

  /** The second is what a plugin refuses bad input with, so the kit catches it here and there. */
  private static final List<RuntimeException> THROWN =
      List.of(
          new IllegalStateException("thrown by the test"),
          new IllegalArgumentException("thrown by the test"));

  /** What no rule is about. */
  private static final Set<String> NOT_CALLED =
      Set.of("spiVersion", "adaptation", "checkPrediction");

  /** A plugin that computes as another one, until one of its methods throws. */
  private record Throwing(Plugin good, AtomicReference<Optional<Method>> method, Throwable thrown) {
    Plugin plugin() {
      Class<? extends Plugin> kind = Kind.of(good).type();
      return (Plugin)
          Proxy.newProxyInstance(
              kind.getClassLoader(),
              new Class<?>[] {kind},
              (self, called, arguments) -> answer(self, called, arguments));
    }

    private Object answer(Object self, Method called, Object[] arguments) throws Throwable {
      if (method.get().filter(called::equals).isPresent()) {
        throw thrown;
      }
      if (called.getName().equals("equals")) {
        return self == arguments[0];
      }
      try {
        Object answer = called.invoke(good, arguments);
        return answer == good ? self : answer;
      } catch (InvocationTargetException e) {
        throw e.getCause();
      }
    }
  }

  /** By test, what comes out if the method throws; a registry has seen the plugin before. */
  private static Map<String, Optional<Throwable>> outcomes(
      Plugin good, Optional<Method> method, Throwable thrown) throws IllegalAccessException {
    AtomicReference<Optional<Method>> armed = new AtomicReference<>(Optional.empty());
    Plugin plugin = new Throwing(good, armed, thrown).plugin();
    PluginRegistry registry =
        good instanceof Activation
            ? PluginRegistry.of(plugin)
            : PluginRegistry.of(plugin, new GoodActivation());
    Rules rules = Rules.in(registry);
    armed.set(method);
    Map<String, Optional<Throwable>> outcomes = new TreeMap<>(Contracts.outcomes(plugin, registry));
    for (Rule rule : rules.of(plugin)) {
      outcomes.put(rule.toString(), outcome(() -> rule.run(warning -> {})));
    }
    return outcomes;
  }

  private static Optional<Throwable> outcome(Runnable check) {
    try {
      check.run();
      return Optional.empty();
    } catch (Throwable e) {
      return Optional.of(e);
    }
  }

  private static boolean isFailure(Throwable outcome) {
    return !(outcome instanceof TestAbortedException);
  }

  @TestFactory
  Stream<DynamicTest> aPluginThatDoesNotThrowKeepsTheRules() {
    return GOOD.stream()
        .map(
            good ->
                dynamicTest(
                    good.name(),
                    () ->
                        assertEquals(
                            List.of(),
                            outcomes(good, Optional.empty(), THROWN.get(0)).values().stream()
                                .flatMap(Optional::stream)
                                .filter(ThrowingPluginsTest::isFailure)
                                .toList())));
  }

  @TestFactory
  Stream<DynamicTest> everyFailureBeginsWithTheNumberOfItsRule() {
    return Arrays.stream(Kind.values())
        .flatMap(
            kind ->
                methods(kind)
                    .flatMap(
                        method ->
                            THROWN.stream()
                                .map(
                                    thrown ->
                                        dynamicTest(
                                            "%s.%s throws %s"
                                                .formatted(kind, method.getName(), thrown),
                                            () -> assertNumbered(kind, method, thrown)))));
  }

  private static Stream<Method> methods(Kind kind) {
    return Arrays.stream(kind.type().getMethods())
        .filter(method -> !Modifier.isStatic(method.getModifiers()) && !method.isBridge());
  }

  private static void assertNumbered(Kind kind, Method method, Throwable thrown)
      throws IllegalAccessException {
    boolean isFailed = false;
    for (Plugin good : GOOD) {
      if (Kind.of(good) == kind) {
        Map<String, Optional<Throwable>> outcomes = outcomes(good, Optional.of(method), thrown);
        outcomes.forEach(
            (test, outcome) -> outcome.ifPresent(reason -> assertNumbered(test, reason)));
        isFailed |=
            outcomes.values().stream().flatMap(Optional::stream).anyMatch(e -> isFailure(e));
      }
    }
    if (thrown instanceof IllegalStateException) {
      assertEquals(!NOT_CALLED.contains(method.getName()), isFailed, "a rule fails");
    }
  }

  private static void assertNumbered(String test, Throwable outcome) {
    String number = test.replaceFirst("^([a-zA-Z]\\d+).*", "$1").toUpperCase(Locale.ROOT);
    String message = String.valueOf(outcome.getMessage());
    assertTrue(message.startsWith(number + ": "), () -> test + " gives " + outcome);
    if (isFailure(outcome)) {
      assertInstanceOf(AssertionError.class, outcome);
    } else {
      assertFalse(message.contains("thrown by the test"), message);
    }
  }
}
