package dev.nn.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.Initializer;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.testkit.RightInitializers.Element;
import dev.nn.testkit.RightInitializers.Right;
import dev.nn.testkit.check.Hints;
import dev.nn.testkit.check.InitializerChecks;
import dev.nn.testkit.check.Promise;
import dev.nn.testkit.check.Rule;
import dev.nn.testkit.check.Rules;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.opentest4j.TestAbortedException;

/** The rules for initializers judge what is promised, and no distribution by its looks. */
class InitializerRuleTest {

  @ParameterizedTest
  @MethodSource("dev.nn.testkit.RightInitializers#all")
  void aRightInitializerPassesWhatCanBeDecided(Right right) {
    Hints hints =
        new Hints() {
          @Override
          public Promise promise(Initializer initializer, int fanIn, int fanOut) {
            return right.promise().of(fanIn, fanOut);
          }
        };
    Rules rules = Rules.in(PluginRegistry.of(right)).withHints(hints);
    Set<String> skipped = new TreeSet<>();
    for (Rule rule : rules.of(right)) {
      try {
        rule.run(warning -> {});
      } catch (TestAbortedException reason) {
        skipped.add(rule.number());
      }
    }
    skipped.removeIf(number -> !number.startsWith("I"));
    assertEquals(new TreeSet<>(right.skipped()), skipped);
  }

  private static Right initializer(Element element, Promise promise) {
    return new Right("test.wrong", element, (fanIn, fanOut) -> promise, Set.of());
  }

  private static String momentsOf(Right right) {
    return assertThrows(
            AssertionError.class,
            () -> InitializerChecks.momentsAreAsPromised(right, right.promise()))
        .getMessage();
  }

  @Test
  void anotherMeanThanThatOfThePromiseFails() {
    String message =
        momentsOf(
            initializer(
                (i, j, random) -> random.nextGaussian() + 0.1, Promise.NONE.withMoments(0, 1)));
    assertTrue(message.startsWith("I5: the mean is 0.1"), message);
  }

  @Test
  void anotherVarianceThanThatOfThePromiseFails() {
    String message =
        momentsOf(
            initializer(
                (i, j, random) -> 1.1 * random.nextGaussian(), Promise.NONE.withMoments(0, 1)));
    assertTrue(message.startsWith("I5: the variance is 1.2"), message);
  }

  @Test
  void fansThatAreMixedUpFail() {
    Right mixedUp =
        new Right(
            "test.mixed_up",
            (i, j, random) -> Math.sqrt(2 / 160.0) * random.nextGaussian(),
            (fanIn, fanOut) -> Promise.NONE.withMoments(0, Math.sqrt(2.0 / fanIn)),
            Set.of());
    String message = momentsOf(mixedUp);
    assertTrue(message.startsWith("I5: the variance is 0.012"), message);
  }

  @Test
  void aValueOutsideOfTheRangeFails() {
    Right right =
        initializer((i, j, random) -> random.nextDouble(), Promise.NONE.withRange(0, 0.999));
    String message =
        assertThrows(
                AssertionError.class,
                () -> InitializerChecks.rangeIsAsPromised(right, right.promise()))
            .getMessage();
    assertTrue(message.startsWith("I6: 0.999"), message);
    assertTrue(
        message.contains("is not between 0.0 and 0.999, as was promised for fans of 96 and 160"),
        message);
  }

  @Test
  void theEndsOfTheRangeBelongToItAsFloats() {
    Right right = initializer((i, j, random) -> 0.1, Promise.NONE.withRange(0.1, 0.1));
    InitializerChecks.rangeIsAsPromised(right, right.promise());
  }

  @Test
  void oneNumberForTheWholeMatrixFails() {
    float[] drawn = new float[1];
    Right right =
        initializer(
            (i, j, random) -> {
              drawn[0] = i == 0 && j == 0 ? random.nextFloat() : drawn[0];
              return drawn[0];
            },
            Promise.NONE);
    String message =
        assertThrows(AssertionError.class, () -> InitializerChecks.streamsAreIndependent(right))
            .getMessage();
    assertTrue(message.startsWith("I4: the values of two streams are correlated by 1.0"), message);
  }
}
