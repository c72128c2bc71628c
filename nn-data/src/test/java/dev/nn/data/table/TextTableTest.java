package dev.nn.data.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {
  @Test
  void numbersEndBelowEachOtherAndTextsBeginThere() {
    TextTable numbers = TextTable.ofNumbers(List.of("class", "f1"));
    numbers.add("a", "0.25");
    numbers.add("b", "");
    TextTable texts = TextTable.ofTexts(List.of("column", "holds"));
    texts.add("a", "numbers", "and more");
    texts.add("𝒷é", "x");

    assertEquals("class    f1\na      0.25\nb\n", numbers.toString());
    assertEquals("column  holds\na       numbers  and more\n𝒷é      x\n", texts.toString());
  }

  @Test
  void aLineNeedsACellForEachColumn() {
    TextTable table = TextTable.ofTexts(List.of("a", "b"));
    assertEquals(
        "1 cells, but the head has 2",
        assertThrows(IllegalArgumentException.class, () -> table.add("x")).getMessage());
  }
}
