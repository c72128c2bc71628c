package dev.nn.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nn.api.Plugin;
import dev.nn.testkit.check.Rule;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** What a rule throws begins with its number. */
class RuleTest {

  static Stream<Throwable> ofThePlugin() {
    return Stream.of(
        new IllegalStateException("why"),
        new IOException("why"),
        new StackOverflowError(),
        new NoClassDefFoundError("why"),
        new AssertionError("why"),
        new AssertionError("A70: why"),
        new TestAbortedException("why"),
        new TestAbortedException());
  }

  @ParameterizedTest
  @MethodSource("ofThePlugin")
  void whatThePluginThrowsBecomesAFailureOfTheRule(Throwable thrown) {
    AssertionFailedError failure =
        assertThrows(
            AssertionFailedError.class,
            () -> Rule.numbered("A7", () -> RuleTest.<RuntimeException>sneak(thrown)));
    assertEquals("A7: it threw " + thrown, failure.getMessage());
    assertSame(thrown, failure.getCause());
  }

  /** Throws what it may not declare, as a plugin in another language can. */
  @SuppressWarnings("unchecked")
  private static <T extends Throwable> void sneak(Throwable thrown) throws T {
    throw (T) thrown;
  }

  static Stream<Throwable> ofTheRule() {
    return Stream.of(new AssertionError("A7: why"), new TestAbortedException("A7: why"));
  }

  @ParameterizedTest
  @MethodSource("ofTheRule")
  void theOutcomeOfTheRuleStaysAsItIs(Throwable outcome) {
    assertSame(
        outcome,
        assertThrows(
            Throwable.class,
            () -> Rule.numbered("A7", () -> RuleTest.<RuntimeException>sneak(outcome))));
  }

  @Test
  void aPluginThatThrowsWhereItSaysWhoItIsHasATitleToo() {
    RegistryContract contract =
        new RegistryContract() {
          @Override
          public Stream<Plugin> plugins() {
            return Stream.of(new Nameless());
          }
        };
    assertEquals(
        "activation " + Nameless.class.getName(),
        contract
            .everyPluginKeepsTheRules(entries -> {})
            .findFirst()
            .orElseThrow()
            .getDisplayName());
  }

  private static final class Nameless extends GoodActivation {
    @Override
    public String name() {
      throw new IllegalStateException("why");
    }
  }
}
