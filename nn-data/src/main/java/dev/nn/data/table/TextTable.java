package dev.nn.data.judge;

import java.util.ArrayList;
import java.util.List;

/** Lines of cells below each other: the first column to the left, the others to the right. */
final class TextTable {
  private static final String GAP = "  ";

  private final List<List<String>> lines = new ArrayList<>();

  TextTable(List<String> head) {
    lines.add(List.copyOf(head));
  }

  void add(String... cells) {
    add(List.of(cells));
  }

  void add(List<String> cells) {
    lines.add(List.copyOf(cells));
  }

  /** All lines, each with a line break at its end. */
  @Override
  public String toString() {
    int[] widths = new int[lines.get(0).size()];
    for (List<String> line : lines) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], width(line.get(i)));
      }
    }
    StringBuilder text = new StringBuilder();
    for (List<String> line : lines) {
      for (int i = 0; i < widths.length; i++) {
        String blanks = " ".repeat(widths[i] - width(line.get(i)));
        text.append(i == 0 ? line.get(i) + blanks : GAP + blanks + line.get(i));
      }
      text.append('\n');
    }
    return text.toString();
  }

  private static int width(String text) {
    return text.codePointCount(0, text.length());
  }
}
