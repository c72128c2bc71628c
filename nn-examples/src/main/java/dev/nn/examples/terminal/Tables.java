package dev.nn.examples.terminal;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import dev.nn.api.Printable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Draws tables with thin lines around the table, below the header and above the footer. */
public final class Tables {
  /**
   * Four characters for each horizontal line (left, inner, crossing, right) and three for each line
   * of text (left, between, right): top, header, below it, rows, between them, above the footer,
   * footer, bottom. A dot stands for nothing.
   */
  private static final String BORDERS = "┌─┬┐│││├─┼┤│││....├─┼┤│││└─┴┘";

  private Tables() {}

  /**
   * Returns a table as text, without a line break at the end. Characters in the cells that a
   * terminal would act on are removed.
   */
  public static String of(List<Column> columns, List<? extends List<String>> rows) {
    Object[][] cells =
        rows.stream()
            .map(row -> row.stream().map(Printable::line).toArray())
            .toArray(Object[][]::new);
    return AsciiTable.builder()
        .border(borders())
        .data(columns.toArray(Column[]::new), cells)
        .asString();
  }

  /** Returns a column for words. */
  public static Column left(String header) {
    return column(header, HorizontalAlign.LEFT);
  }

  /** Returns a column for numbers. */
  public static Column right(String header) {
    return column(header, HorizontalAlign.RIGHT);
  }

  private static Column column(String header, HorizontalAlign align) {
    return new Column()
        .header(Printable.line(header))
        .headerAlign(align)
        .dataAlign(align)
        .footerAlign(align);
  }

  private static @Nullable Character[] borders() {
    return BORDERS.chars().mapToObj(c -> c == '.' ? null : (char) c).toArray(Character[]::new);
  }
}
