package dev.nn.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is just within the limits of the grammar is read; one more is refused. */
class SpecLimitsTest {
  private static final String RANGE =
      "a number has at most 40 digits and an exponent of at most 400";

  @Test
  void bracketsSideBySideAreNotNested() {
    String manyLists = "[" + "[], ".repeat(99) + "[]]";
    assertEquals(100, ((SpecValue.Items) SpecValue.parse(manyLists)).values().size());
    String manySpecs = "[" + "a(b=1), ".repeat(99) + "a(b=1)]";
    assertEquals(100, ((SpecValue.Items) SpecValue.parse(manySpecs)).values().size());
  }

  @Test
  void listsNestAtMostThirtyTwoDeep() {
    String deepest = "[".repeat(32) + "]".repeat(32);
    assertEquals(deepest, SpecValue.parse(deepest).toString());

    SpecValue value = new SpecValue.Items(List.of());
    for (int levels = 1; levels < 32; levels++) {
      value = new SpecValue.Items(List.of(value));
    }
    SpecValue made = value;
    assertEquals(deepest, made.toString());
    IllegalArgumentException error =
        assertThrows(IllegalArgumentException.class, () -> new SpecValue.Items(List.of(made)));
    assertEquals("more than 32 levels of brackets", error.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "true", "\"t\"", "[]"})
  void listHasAtMostTwentyThousandValuesCountingItself(String value) {
    String most = "[" + (value + ",").repeat(19_998) + value + "]";
    assertEquals(19_999, ((SpecValue.Items) SpecValue.parse(most)).values().size());
    assertTooMany(() -> SpecValue.parse(most.replaceFirst("\\[", "[" + value + ",")));
  }

  @Test
  void listOfSpecsHasAtMostTwentyThousand() {
    String most = "a,".repeat(19_999) + "a";
    assertEquals(20_000, Spec.parseList(most).size());
    assertTooMany(() -> Spec.parseList(most + ",a"));
  }

  /** 20,000 and one for every four characters, where a spec counts as four. */
  @Test
  void aLargeSpecHasAsManyAsItIsLong() {
    String names = "\"ab\", ".repeat(100_000) + "\"ab\"";
    Spec large = Spec.parseLarge("schema(names=[" + names + "])");
    SpecValue.Items items = (SpecValue.Items) large.options().get("names");
    assertEquals(100_001, items.values().size());
    assertTooMany(() -> Spec.parse("schema(names=[" + names + "])"));

    String columns = "number(name=\"x\", mean=0.5, deviation=1), ".repeat(50_000);
    Spec wide = Spec.parseLarge("schema(columns=[" + columns + "a])");
    assertEquals(50_001, ((SpecValue.Items) wide.options().get("columns")).values().size());

    String hostile = "schema(names=[" + "a,".repeat(500_000) + "a])";
    SpecException error = assertThrows(SpecException.class, () -> Spec.parseLarge(hostile));
    assertEquals("more than 270004 values in one text", error.problem());
  }

  private static void assertTooMany(Runnable parse) {
    SpecException error = assertThrows(SpecException.class, parse::run);
    assertEquals("more than 20000 values in one text", error.problem());
  }

  @Test
  void numberHasAtMostAHundredCharacters() {
    String longest = "0.5" + "0".repeat(97);
    assertEquals(new SpecValue.Decimal(0.5), SpecValue.parse(longest));
    SpecException error =
        assertThrows(SpecException.class, () -> SpecValue.parse(" " + longest + "0"));
    assertEquals("a number has at most 100 characters", error.problem());
    assertEquals(1, error.position());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e400",
        "9.5e400",
        "1e-400",
        "-9.5e-400",
        "1.234567890123456789012345678901234567891",
        "1234567890123456789012345678901234567891e-39"
      })
  void numbersUpToTheEndsOfTheRangeAreRead(String number) {
    SpecValue.Decimal decimal = (SpecValue.Decimal) SpecValue.parse(number);
    assertEquals(0, new BigDecimal(number).compareTo(decimal.value()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e401",
        "-1e-401",
        "0.95e-400",
        "1.2345678901234567890123456789012345678911",
        "12345678901234567890123456789012345678911"
      })
  void numbersBeyondAreRefused(String number) {
    assertEquals(RANGE, assertThrows(SpecException.class, () -> SpecValue.parse(number)).problem());
    assertEquals(
        RANGE,
        assertThrows(
                IllegalArgumentException.class, () -> new SpecValue.Decimal(new BigDecimal(number)))
            .getMessage());
  }
}
