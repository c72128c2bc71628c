package dev.nn.data.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommaDecimalTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1,5 | 1.5",
        "-0,25 | -0.25",
        "17 | 17",
        "1e3 | 1000",
        "2,5e-3 | 0.0025",
        "283.292 | 283292",
        "1.345.864 | 1345864",
        "-1.345.864,50 | -1345864.5",
        "+12.000 | 12000",
        "12.000e2 | 1200000",
      })
  void readsCommasAndGroups(String text, double expected) {
    assertEquals(expected, CommaDecimal.exact(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1.5",
        "1.50",
        "1234.567",
        "1.2345",
        "1.345.86",
        "1..345",
        ".345",
        "1,345.5",
        "1,5,5",
        "1.345.",
        "a",
        "1,5.000",
        "0012",
        "1.345.86,5",
        "12345678901234567890123456789012345"
      })
  void refusesWhatIsNeither(String text) {
    assertTrue(Double.isNaN(CommaDecimal.exact(text)), () -> text + " " + CommaDecimal.exact(text));
  }

  @ParameterizedTest
  @CsvSource({
    "283.292, true",
    "1.345.864, true",
    "0.123, false",
    "12.34, false",
    "1234.567, false"
  })
  void seesWhatMayBeThousands(String text, boolean expected) {
    assertEquals(expected, CommaDecimal.mayBeThousands(text));
  }
}
