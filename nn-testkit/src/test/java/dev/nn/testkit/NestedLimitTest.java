package dev.nn.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nn.api.OptionType;
import dev.nn.api.OptionType.ListOf;
import dev.nn.api.OptionType.OptionalOf;
import dev.nn.api.OptionType.Scalar;
import dev.nn.api.Options;
import dev.nn.api.Schedule;
import dev.nn.testkit.check.PluginChecks;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

/** Rule P5 looks for the limits of numbers and words inside optional values and lists too. */
class NestedLimitTest {

  /**
   * A schedule with one option.
   *
   * @param refused the values that are out of range
   * @param refusal what it says of them
   */
  private record Limited(OptionType type, Object value, Predicate<Object> refused, String refusal)
      implements Schedule {
    private Limited {
      if (refused.test(value)) {
        throw new IllegalArgumentException(refusal);
      }
    }

    @Override
    public String name() {
      return "test.limited";
    }

    @Override
    public Options options() {
      return Options.NONE.with("limit", type, value);
    }

    @Override
    public Limited withOptions(Options complete) {
      return new Limited(type, complete.value("limit"), refused, refusal);
    }

    @Override
    public double rate(long step, double[] state) {
      return 1;
    }
  }

  private static final OptionType OPTIONAL = new OptionalOf(Scalar.REAL);
  private static final OptionType LIST = new ListOf(Scalar.INTEGER);
  private static final OptionType BOTH = new OptionalOf(new ListOf(Scalar.WORD));

  private static void check(OptionType type, Object value, Object refused, String refusal) {
    PluginChecks.outOfRangeIsRefused(new Limited(type, value, refused::equals, refusal));
  }

  private static String failure(OptionType type, Object value, Object refused) {
    return assertThrows(
            AssertionError.class, () -> check(type, value, refused, "that is too little"))
        .getMessage();
  }

  @Test
  void theRefusalOfAnOptionalValueNamesTheOption() {
    Optional<?> refused = Optional.of(-1.0);
    String message =
        "P5: the refusal of limit=Optional[-1.0] does not name the option: that is too little";
    assertEquals(message, first(failure(OPTIONAL, Optional.of(2.0), refused)));
    assertEquals(message, first(failure(OPTIONAL, Optional.empty(), refused)));
    check(OPTIONAL, Optional.empty(), refused, "limit must be more than 0");
  }

  @Test
  void theRefusalOfAnElementNamesTheOption() {
    assertEquals(
        "P5: the refusal of limit=[-1, 5, 6] does not name the option: that is too little",
        first(failure(LIST, List.of(4L, 5L, 6L), List.of(-1L, 5L, 6L))));
    assertEquals(
        "P5: the refusal of limit=[4, 5, 0] does not name the option: that is too little",
        first(failure(LIST, List.of(4L, 5L, 6L), List.of(4L, 5L, 0L))));
    assertEquals(
        "P5: the refusal of limit=[0] does not name the option: that is too little",
        first(failure(LIST, List.of(), List.of(0L))));
    check(LIST, List.of(4L), List.of(0L), "limit must have elements from 1 on");
  }

  @Test
  void theRefusalOfAWordInAnOptionalListNamesTheOption() {
    Object refused = Optional.of(List.of("unheard_of"));
    assertEquals(
        "P5: the refusal of limit=Optional[[unheard_of]] does not name the option: that is too"
            + " little",
        first(failure(BOTH, Optional.empty(), refused)));
    check(BOTH, Optional.of(List.of("left")), refused, "limit must be left or right");
  }

  @Test
  void anElementThatIsNoIntIsNoLimit() {
    assertThrows(
        TestAbortedException.class,
        () -> check(LIST, List.of(4L), List.of(Long.MAX_VALUE), "limit is out of range"));
  }

  /** Without what the assertion adds. */
  private static String first(String message) {
    return message.split(" ==> ", 2)[0];
  }
}
