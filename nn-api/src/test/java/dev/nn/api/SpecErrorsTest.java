package dev.nn.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpecErrorsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ``              | 0  | expected a name such as relu, found the end
          (a=1)           | 0  | expected a name such as relu, found '('
          "relu"          | 0  | expected a name such as relu, found '"'; leave the quotes out
          'relu'          | 0  | expected a name such as relu, found '''; leave the quotes out
          a(b='c')        | 4  | expected a value, found '''; leave the quotes out
          dense[units=1]  | 5  | found '['; the options of dense stand between ( and ), as in dense(units=10, activation=softmax)
          a(b=c{d=1})     | 5  | found '{'; the options of c stand between ( and ), as in dense(units=10, activation=softmax)
          ReLU            | 0  | "ReLU" is not a legal name; write relu
          leaky-relu      | 0  | "leaky-relu" is not a legal name; write leaky_relu
          2relu           | 0  | "2relu" is not a legal name
          true            | 0  | "true" is not a legal name
          a.              | 0  | "a." is not a legal name
          .a              | 0  | expected a name such as relu, found '.'
          relu tanh       | 5  | expected the end, found 'tanh'
          relu,           | 4  | expected the end, found ','
          dense(128)      | 6  | expected an option of dense as key=value, found '128', as in dense(units=10, activation=softmax)
          dense(=1)       | 6  | expected an option of dense as key=value, found '='
          dense(,)        | 6  | expected an option of dense as key=value, found ','
          dense(units=1,) | 14 | expected an option of dense as key=value, found ')'
          dense(Units=1)  | 6  | "Units" is not a legal key: keys are lower-case
          dense(relu)     | 10 | expected = and a value after relu, as in dense(units=10, activation=softmax)
          a(b=1, b=2)     | 7  | a has b twice
          a(b=)           | 4  | expected a value, found ')'
          a(b=1           | 5  | expected , or ) after the options of a, found the end
          a(b=1 c=2)      | 6  | expected , or ) after the options of a, found 'c'; is a comma missing?
          a(b=[1, 2)      | 9  | expected , or ] after the last item of the list, found ')'
          a(b=[1,])       | 7  | expected a value, found ']'
          a(b=.5)         | 4  | expected a number such as 0.5, -3 or 1e-7
          a(b=+1)         | 4  | expected a number such as 0.5, -3 or 1e-7
          a(b=1.)         | 4  | expected a number such as 0.5, -3 or 1e-7
          a(b=1e)         | 4  | expected a number such as 0.5, -3 or 1e-7
          a(b=1x)         | 4  | expected a number such as 0.5, -3 or 1e-7
          a(b=1e401)      | 4  | a number has at most 40 digits and an exponent of at most 400
          a(b=1e99999999999) | 4 | a number has at most 40 digits and an exponent of at most 400
          a(b="x)         | 4  | the text that starts here has no closing "
          a(b="\\x")      | 5  | unknown escape; known are \\" \\\\ \\n \\t \\r \\uXXXX
          a(b="\\u00g0")  | 9  | expected four hexadecimal digits after \\u
          a(b=NaN)        | 4  | "NaN" is not a legal name; write nan
          a(b=none(c=1))  | 8  | expected , or ) after the options of a, found '('
          """)
  void errorSaysWhatAndWhere(String text, int position, String problem) {
    SpecException error = assertThrows(SpecException.class, () -> Spec.parse(text));
    assertEquals(problem, error.problem());
    assertEquals(position, error.position(), error.getMessage());
  }

  @Test
  void messageShowsTheTextWithAMarkBelowThePlace() {
    SpecException error = assertThrows(SpecException.class, () -> Spec.parse("dense(units=,)"));
    assertEquals(
        "expected a value, found ','\n  dense(units=,)\n              ^ position 13",
        error.getMessage());
  }

  @Test
  void longTextIsCutAroundThePlaceAndKeptOnOneLine() {
    String text = "a(b=\"" + "x\n".repeat(100) + "\", c=?, d=\"" + "y".repeat(200) + "\")";
    SpecException error = assertThrows(SpecException.class, () -> Spec.parse(text));
    String[] lines = String.valueOf(error.getMessage()).split("\n");
    assertEquals(3, lines.length);
    assertTrue(lines[1].startsWith("  … ") && lines[1].endsWith(" …"), lines[1]);
    assertEquals('?', lines[1].charAt(lines[2].indexOf('^')));
  }

  @ParameterizedTest
  @CsvSource({"\u00a0, U+00A0", "\u007f, U+007F", "\ud83d\ude00, U+1F600"})
  void characterThatCannotBeSeenIsNamedByItsCode(String character, String code) {
    SpecException error =
        assertThrows(SpecException.class, () -> Spec.parse("a(" + character + "b=1)"));
    assertEquals(
        "expected an option of a as key=value, found the character " + code, error.problem());
  }

  @Test
  void errorInAListPointsAtItsItem() {
    SpecException error = assertThrows(SpecException.class, () -> Spec.parseList("relu,  Tanh"));
    assertEquals("\"Tanh\" is not a legal name; write tanh", error.problem());
    assertEquals(7, error.position());
  }

  @Test
  void nothingMayFollowAValueOrAList() {
    assertTrailing("1 2", "2", () -> SpecValue.parse("1 2"));
    assertTrailing("[1]]", "]", () -> SpecValue.parse("[1]]"));
    assertTrailing("[relu] tanh", "tanh", () -> Spec.parseList("[relu] tanh"));
  }

  private static void assertTrailing(String text, String rest, Executable parse) {
    SpecException error = assertThrows(SpecException.class, parse, text);
    assertEquals("expected the end, found '" + rest + "'", error.problem());
    assertEquals(text.length() - rest.length(), error.position());
  }

  @Test
  void betweenTwoItemsOfAListACommaIsMissed() {
    SpecException error = assertThrows(SpecException.class, () -> Spec.parseList("relu tanh"));
    assertEquals("expected , or the end, found 'tanh'; is a comma missing?", error.problem());
    assertEquals(5, error.position());
  }

  @Test
  void digitsOfOtherScriptsAreNoDigits() {
    assertThrows(SpecException.class, () -> Spec.parse("a(b=\"\\u\uff11\uff11\uff11\uff11\")"));
    assertThrows(SpecException.class, () -> Spec.parse("a(b=\uff11)"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a(a=", "a(a=[", "[", "a(", "((((", "a(b=[[", "a(b=\"\\"})
  void nestingTenThousandDeepIsRefused(String level) {
    String text = level.repeat(10_000);
    assertThrows(SpecException.class, () -> Spec.parse(text));
    assertThrows(SpecException.class, () -> SpecValue.parse(text));
    assertThrows(SpecException.class, () -> Spec.parseList(text));
  }

  @Test
  void thirtyThirdLevelIsRefusedWithItsPlace() {
    SpecException error =
        assertThrows(SpecException.class, () -> SpecValue.parse("[".repeat(33) + "]".repeat(33)));
    assertEquals("more than 32 levels of brackets", error.problem());
    assertEquals(33, error.position());
  }

  @Test
  void errorsAboutASpecPointAtTheSpecOrAtAKeyOfIt() {
    Spec outer = Spec.parse("a(b=1, c=d(e=2))");
    Spec inner = (Spec) outer.options().get("c");
    assertEquals(0, outer.error("x").position());
    assertEquals(2, outer.error("b", "x").position());
    assertEquals(7, outer.error("c", "x").position());
    assertEquals(9, inner.error("x").position());
    assertEquals(11, inner.error("e", "x").position());
    assertEquals(9, inner.error("unwritten", "x").position());
    assertTrue(inner.error("x").getMessage().contains("a(b=1, c=d(e=2))"));
  }

  @Test
  void errorAboutASpecMadeInJavaQuotesItsText() {
    Spec spec = Spec.of("a").with("b", new SpecValue.Flag(true));
    IllegalStateException cause = new IllegalStateException();
    SpecException error = spec.error("b", "x", cause);
    assertEquals("x\n  a(b=true)\n  ^ position 1", error.getMessage());
    assertEquals(error.getMessage(), spec.error("x").getMessage());
    assertEquals(cause, error.getCause());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Relu", "re-lu", "1a", "_a", "a..b", ".a", "a.", "none", "a b", "é"})
  void illegalNamesAreRefusedInJavaToo(String name) {
    assertThrows(IllegalArgumentException.class, () -> Spec.of(name));
    assertThrows(
        IllegalArgumentException.class,
        () -> Spec.of("a").with(name.equals("none") ? "" : name, new SpecValue.None()));
  }
}
