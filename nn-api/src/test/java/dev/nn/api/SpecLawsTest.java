package dev.nn.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpecLawsTest {
  private static final int CASES = 20_000;

  @Test
  void printedSpecReadsBackAsEqual() {
    for (long seed = 0; seed < CASES; seed++) {
      Spec spec = new RandomSpecs(seed).spec(4);
      String text = spec.toString();
      Spec read = Spec.parse(text);
      assertEquals(spec, read, "seed " + seed);
      assertEquals(spec.hashCode(), read.hashCode(), "seed " + seed);
      assertEquals(text, read.toString(), "seed " + seed);
    }
  }

  @Test
  void printedValueReadsBackAsEqual() {
    for (long seed = 0; seed < CASES; seed++) {
      SpecValue value = new RandomSpecs(seed).value(3);
      assertEquals(value, SpecValue.parse(value.toString()), "seed " + seed);
    }
  }

  @Test
  void printedListReadsBackAsEqualWithAndWithoutBrackets() {
    for (long seed = 0; seed < 1000; seed++) {
      RandomSpecs random = new RandomSpecs(seed);
      List<Spec> specs = List.of(random.spec(2), random.spec(2), random.spec(2));
      String brackets = specs.toString();
      assertEquals(specs, Spec.parseList(brackets), "seed " + seed);
      String bare = brackets.substring(1, brackets.length() - 1);
      assertEquals(specs, Spec.parseList(bare), "seed " + seed);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "[]", " [ ] "})
  void listMayBeEmpty(String text) {
    assertEquals(List.of(), Spec.parseList(text));
  }

  @Test
  void whiteSpaceAroundAValueOrAListDoesNotCount() {
    assertEquals(new SpecValue.Decimal(1), SpecValue.parse(" \t1\n"));
    assertEquals(List.of(Spec.of("a"), Spec.of("b")), Spec.parseList(" [ a , b ] "));
    assertEquals(List.of(Spec.of("a"), Spec.of("b")), Spec.parseList(" a , b "));
  }

  @Test
  void differentSpecsHaveMostlyDifferentHashCodes() {
    Set<Integer> codes = new HashSet<>();
    Set<Spec> specs = new HashSet<>();
    for (long seed = 0; seed < CASES; seed++) {
      Spec spec = new RandomSpecs(seed).spec(2);
      specs.add(spec);
      codes.add(spec.hashCode());
    }
    assertTrue(codes.size() > 0.99 * specs.size(), codes.size() + " of " + specs.size());
  }

  @Test
  void orderOfWritingDoesNotCount() {
    for (long seed = 0; seed < 1000; seed++) {
      Spec spec = new RandomSpecs(seed).spec(2);
      List<Map.Entry<String, SpecValue>> options = new ArrayList<>(spec.options().entrySet());
      Collections.shuffle(options, new Random(seed));
      Spec shuffled = Spec.of(spec.name());
      for (Map.Entry<String, SpecValue> option : options) {
        shuffled = shuffled.with(option.getKey(), option.getValue());
      }
      assertEquals(spec, shuffled, "seed " + seed);
      assertEquals(spec.toString(), shuffled.toString(), "seed " + seed);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          relu                             | relu
          relu()                           | relu
            relu ( )                       | relu
          a(z=1,b=2)                       | a(b=2, z=1)
          a(x=1.50)                        | a(x=1.5)
          a(x=-0.0)                        | a(x=0)
          a(x=1E+3)                        | a(x=1000)
          a(x=1e17)                        | a(x=100000000000000000)
          a(x=1e18)                        | a(x=1e18)
          a(x=0.00001)                     | a(x=0.00001)
          a(x=0.000001)                    | a(x=1e-6)
          a(x=0.00000125)                  | a(x=1.25e-6)
          a(x=0e9)                         | a(x=0)
          a(x=007)                         | a(x=7)
          a(x=[ 1 ,true,none , b(c=[]) ])  | a(x=[1, true, none, b(c=[])])
          acme.mish(x=acme.b2.c_d)         | acme.mish(x=acme.b2.c_d)
          a(x="t \\u0041\\n\\"\\\\")       | a(x="t A\\u000a\\"\\\\")
          true_(nonesuch=none_)            | true_(nonesuch=none_)
          """)
  void textBecomesCanonical(String written, String canonical) {
    assertEquals(canonical, Spec.parse(written).toString());
  }

  @Test
  void equalNumbersAreEqualHoweverWritten() {
    assertEquals(SpecValue.parse("1000"), SpecValue.parse("1.000e3"));
    assertEquals(SpecValue.parse("0.5"), new SpecValue.Decimal(0.5));
    assertEquals(new SpecValue.Decimal(3L), new SpecValue.Decimal(3.0));
    assertNotEquals(SpecValue.parse("0.1"), SpecValue.parse("0.10000000000000001"));
  }

  @Test
  void wordIsNoTextAndFlagNoWord() {
    assertNotEquals(SpecValue.parse("relu"), SpecValue.parse("\"relu\""));
    assertEquals(new SpecValue.Flag(true), SpecValue.parse("true"));
    assertEquals(new SpecValue.None(), SpecValue.parse("none"));
  }

  @Test
  void deepestSpecThatCanBeMadeCanBeRead() {
    Spec spec = Spec.of("a").with("b", new SpecValue.Items(List.of()));
    for (int i = 0; i < 30; i++) {
      spec = Spec.of("a").with("b", spec);
    }
    assertEquals(spec, Spec.parse(spec.toString()));
    Spec deepest = spec;
    assertThrows(IllegalArgumentException.class, () -> Spec.of("a").with("b", deepest));
    assertThrows(IllegalArgumentException.class, () -> new SpecValue.Items(List.of(deepest)));
  }

  @Test
  void veryLongNamesAreNoTrouble() {
    String name = "a" + ".a".repeat(100_000);
    assertEquals(name, Spec.parse(name).name());
    assertThrows(SpecException.class, () -> Spec.parse(name + "."));
  }
}
