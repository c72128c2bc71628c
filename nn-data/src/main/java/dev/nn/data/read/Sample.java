package dev.nn.data.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The first rows of a text file, split by one separator. */
final class Sample implements Cells {
  private final List<List<String>> rows = new ArrayList<>();
  private final List<Long> lines = new ArrayList<>();
  private List<String> row = List.of();
  private long firstComment;

  private Sample() {}

  static Sample of(Source source, char separator, int mostRows) throws IOException {
    Sample sample = new Sample();
    CsvTokens.read(source, separator, mostRows, sample);
    return sample;
  }

  @Override
  public void comment(long line) {
    firstComment = firstComment == 0 ? line : firstComment;
  }

  @Override
  public void begin(long line) {
    row = new ArrayList<>();
    lines.add(line);
  }

  @Override
  public void cell(char[] text, int from, int length) {
    row.add(new String(text, from, length));
  }

  @Override
  public void end() {
    rows.add(row);
  }

  List<List<String>> rows() {
    return rows;
  }

  /** The line of the first comment; 0 if there is none. */
  long firstComment() {
    return firstComment;
  }

  long line(int index) {
    return lines.get(index);
  }

  /** The number of cells in the second row, since the first may be a header of another width. */
  int width() {
    return rows.isEmpty() ? 0 : rows.get(Math.min(1, rows.size() - 1)).size();
  }

  /** How many rows have that width. */
  long regular() {
    return rows.stream().filter(cells -> cells.size() == width()).count();
  }
}
