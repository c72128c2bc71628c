package dev.nn.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintableTest {
  /** Escape, bell, delete, C1, right-to-left override, line separator, a lone surrogate, a tag. */
  @ParameterizedTest
  @CsvSource({
    "001b, \\u001b",
    "0007, \\u0007",
    "007f, \\u007f",
    "009b, \\u009b",
    "202e, \\u202e",
    "2028, \\u2028",
    "d800, \\ud800",
    "e0041, \\udb40\\udc41"
  })
  void whatATerminalWouldActOnIsWrittenOut(String codePoint, String shown) {
    String hostile = "a" + Character.toString(Integer.parseInt(codePoint, 16)) + "b";
    assertEquals("a" + shown + "b", Printable.line(hostile));
    assertEquals("a" + shown + "b", Printable.lines(hostile));
  }

  @Test
  void ordinaryTextOfAnyLanguageStays() {
    String text = "Öl \\ σ(z) − 1 × 2 ≤ 水 😀 \u0627";
    assertEquals(text, Printable.line(text));
  }

  @Test
  void lineBreaksStayOnlyWhereThereMayBeLines() {
    assertEquals("a\\u000ab", Printable.line("a\nb"));
    assertEquals("a\nb\\u001bc", Printable.lines("a\r\nb\u001bc"));
  }
}
