package dev.nn.data.tally;

import dev.nn.data.table.Column;
import dev.nn.data.table.DateColumn;
import dev.nn.data.table.NumberColumn;
import dev.nn.data.table.TextColumn;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The different texts of a column, block by block; a missing cell is the empty text. */
public final class DistinctTexts {
  private final Set<String> texts = new HashSet<>();
  private final DistinctLongs seen = new DistinctLongs();
  private boolean areNumbers;

  public void add(Column block) {
    areNumbers = block instanceof NumberColumn;
    if (block instanceof TextColumn column) {
      forEach(column, texts::add);
      return;
    }
    for (int row = 0; row < block.rows(); row++) {
      if (block.isMissing(row)) {
        texts.add("");
      } else if (isNew(block, row)) {
        texts.add(block.text(row));
      }
    }
  }

  private boolean isNew(Column block, int row) {
    return block instanceof NumberColumn numbers
        ? seen.add(numbers.value(row))
        : seen.add(((DateColumn) block).millis(row));
  }

  /** Visits each text that stands in a row, and the empty one for missing cells, once. */
  public static void forEach(TextColumn column, Consumer<String> visitor) {
    boolean[] visited = new boolean[column.texts().size() + 1];
    for (int row = 0; row < column.rows(); row++) {
      int code = column.code(row);
      if (!visited[code + 1]) {
        visited[code + 1] = true;
        visitor.accept(column.text(row));
      }
    }
  }

  /** Numbers in their order, else by their UTF-16 units. */
  public List<String> sorted() {
    Comparator<String> order =
        areNumbers
            ? Comparator.comparingDouble(
                text -> text.isEmpty() ? Double.NaN : Double.parseDouble(text))
            : Comparator.naturalOrder();
    return texts.stream().sorted(order).toList();
  }
}
