package dev.nn.data.read;

import dev.nn.api.DataException;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How a text file is written, as a reader was told or has found out from the first rows.
 *
 * <p>The separator is that one among {@code , ; tab |} and runs of blanks by which most rows have
 * as many cells as the second row, or of several such separators the one that gives more cells.
 *
 * <p>The first row is a header in three cases: it has no number or date, but a column below it has
 * some; everything is text, and no cell of the first row is empty or occurs again in its column,
 * while some other text does; or it is the only row and has neither a number nor a date.
 *
 * @param separator what separates the cells, where a blank stands for any run of blanks and tabs
 * @param header whether the first row names the columns
 * @param sample the first rows
 */
record Dialect(char separator, boolean header, Sample sample) {
  private static final int ROWS = 500;
  private static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|', ' ');
  private static final Map<Character, String> NAMES =
      Map.of(',', "commas", ';', "semicolons", '\t', "tabs", '|', "|", ' ', "runs of blanks");

  static Dialect of(Source source, ReadOptions options) throws IOException {
    Sample sample = null;
    char separator = ' ';
    if (options.separator().isPresent()) {
      separator = options.separator().get();
      sample = Sample.of(source, separator, ROWS);
    } else {
      DataException refused = null;
      for (char candidate : SEPARATORS) {
        if (candidate == ',' && options.decimalComma()) {
          continue;
        }
        try {
          Sample next = Sample.of(source, candidate, ROWS);
          if (sample == null || isBetter(next, sample)) {
            sample = next;
            separator = candidate;
          }
        } catch (DataException e) {
          refused = refused == null ? e : refused;
        }
      }
      if (sample == null || (refused != null && sample.width() < 2)) {
        throw refused == null ? new DataException(source.name() + ": no rows") : refused;
      }
    }
    return new Dialect(
        separator, options.header().orElse(isHeader(sample.rows(), options)), sample);
  }

  private static boolean isBetter(Sample next, Sample known) {
    if (next.width() < 2) {
      return false;
    }
    if (known.width() < 2 || next.rows().isEmpty()) {
      return true;
    }
    // This is exact in double precision, because the counts are small.
    double nextShare = (double) next.regular() / next.rows().size();
    double knownShare = (double) known.regular() / known.rows().size();
    return nextShare > knownShare || (nextShare == knownShare && next.width() > known.width());
  }

  private static boolean isHeader(List<List<String>> rows, ReadOptions options) {
    List<String> first = rows.isEmpty() ? List.of() : rows.get(0);
    if (first.isEmpty() || first.stream().anyMatch(cell -> isValue(cell, options))) {
      return false;
    }
    if (rows.size() == 1) {
      return true;
    }
    boolean numberBelow = false;
    boolean repeated = false;
    boolean again = false;
    for (int column = 0; column < first.size(); column++) {
      Set<String> below = new HashSet<>();
      for (List<String> row : rows.subList(1, rows.size())) {
        if (column < row.size() && !row.get(column).isEmpty()) {
          repeated |= !below.add(row.get(column));
        }
      }
      numberBelow |=
          below.stream().anyMatch(cell -> isValue(cell, options))
              && !first.get(column).isEmpty()
              && !options.missing().contains(first.get(column));
      again |= below.contains(first.get(column)) || first.get(column).isEmpty();
    }
    return numberBelow || (repeated && !again && new HashSet<>(first).size() == first.size());
  }

  private static boolean isValue(String cell, ReadOptions options) {
    double number = options.decimalComma() ? CommaDecimal.exact(cell) : Decimal.parse(cell);
    return !Double.isNaN(number) || IsoDate.millis(cell).isPresent();
  }

  /** The separator in words. */
  String separatorName() {
    return NAMES.getOrDefault(separator, "\"" + separator + "\"");
  }
}
