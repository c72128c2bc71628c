package dev.nn.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nn.api.SpecException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every way in which a text is no space, with the place and the advice. */
class SpaceErrorsTest {
  private static SpecException refused(String text) {
    return assertThrows(SpecException.class, () -> SearchSpace.of("x", text), text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ``                          | 0  | expected a value, found the end
          dense(units=3),             | 15 | expected a value, found the end
          a, , b                      | 3  | expected a value, found ','
          dense(units={})             | 12 | a choice has values between { and }, as in {16, 64}
          dense(units={16,,64})       | 16 | expected a value, found ','
          dense(units={16, })         | 17 | expected a value, found '}'
          dense(units={16, 64)        | 19 | expected the end, found ')'
          dense(units={16, 64         | 12 | the choice that starts here has no closing }
          dense(units=16})            | 14 | found '}' without a { before it
          dense(units={16, 16.0})     | 16 | 16.0 stands in this choice twice
          dense(units={16, 1x})       | 17 | expected a number such as 0.5, -3 or 1e-7
          dense(units=1{6, 4})        | 13 | a choice or a range stands for a whole value, as in units={16, 64} or learning_rate=[1e-4..1e-1 log]
          {adam, sgd}(rate=1)         | 0  | a choice or a range stands for a whole value, as in units={16, 64} or learning_rate=[1e-4..1e-1 log]
          dense{16, 64}               | 5  | a choice or a range stands for a whole value, as in units={16, 64} or learning_rate=[1e-4..1e-1 log]
          dense({units=1, units=2})   | 6  | a choice or a range stands for a whole value, as in units={16, 64} or learning_rate=[1e-4..1e-1 log]
          dense({one, two})           | 6  | a choice or a range stands for a whole value, as in units={16, 64} or learning_rate=[1e-4..1e-1 log]
          dense(a=1, {one, two})      | 21 | expected = and a value after one, as in dense(units=10, activation=softmax)
          dense(a=1, {b=1, b=2})      | 13 | expected the end, found '='
          dense(units=16..64)         | 14 | a range stands between [ and ], as in [16..64] or [1e-4..1e-1 log]
          dense(units=[16..64         | 12 | the range that starts here has no closing ]
          dense(units=[16..64, 3])    | 12 | the range that starts here has no closing ]
          dense(units=[16..])         | 17 | a range has a number on either side of .., as in [16..64]
          dense(units=[..16])         | 13 | a range has a number on either side of .., as in [16..64]
          dense(units=[a..16])        | 13 | expected a number such as 0.5, -3 or 1e-7, found 'a'
          dense(units=[1..1.x])       | 16 | expected a number such as 0.5, -3 or 1e-7
          dense(units=[1...5])        | 16 | expected a number such as 0.5, -3 or 1e-7
          adam(r=[1e-4..1e-1 lg])     | 19 | 'lg' is no scale: write log, or leave it out for a linear one
          adam(r=[1e-4..1e-1 log 2])  | 19 | 'log 2' is no scale: write log, or leave it out for a linear one
          adam(r=[5..5])              | 7  | both ends of this range are 5: write 5 alone
          adam(r=[1e-1..1e-4 log])    | 7  | the lower end of a range comes first: write [1e-4..1e-1 log]
          adam(r=[0..1 log])          | 7  | a logarithmic range begins above 0: raise 0, or leave log out
          adam(r=[-1..1 log])         | 7  | a logarithmic range begins above 0: raise -1, or leave log out
          adam(r=[1..9000000000000000]) | 7 | whole numbers of a range have at most 15 digits
          adam(r=[1e-390..1 log])     | 7  | numbers of a range lie within those of double precision
          adam(r=[0..1e390])          | 7  | numbers of a range lie within those of double precision
          dense(units=3               | 13 | expected , or ) after the options of dense, found the end
          dense(units=3)), relu       | 14 | expected the end, found ')'
          Dense(units={1, 2})         | 0  | "Dense" is not a legal name; write dense
          a(b="{1, 2)                 | 4  | the text that starts here has no closing "
          """)
  void theMessageSaysWhatToWriteAndWhere(String text, int position, String problem) {
    SpecException e = refused(text);
    assertEquals(problem, e.problem(), text);
    assertEquals(position, e.position(), text);
  }

  @Test
  void aHostileTextIsRefused() {
    assertEquals("a space has at most 10000 characters", refused("{".repeat(10_001)).problem());
    assertEquals("more than 32 levels of brackets", refused("{".repeat(5_000)).problem());
    assertEquals("more than 32 levels of brackets", refused("[".repeat(5_000)).problem());
    assertEquals(
        "more than 32 levels of brackets",
        refused("a(b=".repeat(20) + "{1, " + "[".repeat(20)).problem());
  }

  @Test
  void thePlaceIsThatInTheSpaceThoughTheHolesBeforeItAreWide() {
    SpecException e = refused("dense(units={16, 64, 256}, activation={relu, tanh}, bias 3)");
    assertEquals(
        "expected = and a value after bias, as in dense(units=10, activation=softmax)",
        e.problem());
    assertEquals(
        "dense(units={16, 64, 256}, activation={relu, tanh}, bias ".length(), e.position());
  }
}
