package dev.nn.lecture.explain;

import dev.nn.math.Matrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Puts matrices and the signs between them side by side. */
final class Layout {
  private static final double LARGE = 1e5;
  private static final double SMALL = 1e-3;

  private final List<Block> blocks = new ArrayList<>();

  /** Lines of equal length, which are centred beside taller ones. */
  private record Block(List<String> lines) {
    String line(int i, int height) {
      int above = (height - lines.size()) / 2;
      boolean isInside = i >= above && i < above + lines.size();
      return isInside ? lines.get(i - above) : " ".repeat(width());
    }

    int width() {
      return lines.get(0).length();
    }
  }

  void sign(String sign) {
    if (!sign.isEmpty()) {
      blocks.add(new Block(List.of(" " + sign + " ")));
    }
  }

  void matrix(Matrix matrix) {
    String[][] cells = new String[matrix.rows()][matrix.columns()];
    int[] widths = new int[matrix.columns()];
    for (int i = 0; i < matrix.rows(); i++) {
      for (int j = 0; j < matrix.columns(); j++) {
        cells[i][j] = number(matrix.get(i, j));
        widths[j] = Math.max(widths[j], cells[i][j].length());
      }
    }
    List<String> lines = new ArrayList<>();
    for (String[] row : cells) {
      StringBuilder line = new StringBuilder("[");
      for (int j = 0; j < row.length; j++) {
        line.append(" ".repeat((j == 0 ? 1 : 2) + widths[j] - row[j].length())).append(row[j]);
      }
      lines.add(line.append(" ]").toString());
    }
    blocks.add(new Block(lines));
  }

  List<String> under(String rule) {
    int height = blocks.stream().mapToInt(block -> block.lines().size()).max().orElse(0);
    List<String> lines = new ArrayList<>(List.of(rule));
    for (int i = 0; i < height; i++) {
      StringBuilder line = new StringBuilder("    ");
      for (Block block : blocks) {
        line.append(block.line(i, height));
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }

  /** Six digits that matter, without zeros at the end: {@code 0.5}, {@code 1.23457e-07}. */
  static String number(double value) {
    double size = Math.abs(value);
    if (value == 0 || !Double.isFinite(value)) {
      return value == 0 ? "0" : String.valueOf(value);
    }
    if (size >= LARGE || size < SMALL) {
      return String.format(Locale.ROOT, "%.5e", value);
    }
    int decimals = Math.max(0, 5 - (int) Math.floor(StrictMath.log10(size)));
    String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
    return text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
  }

  /** Transposes a matrix, from the engine's rows to the lecture's columns and back. */
  static Matrix transposed(Matrix matrix) {
    float[][] turned = new float[matrix.columns()][matrix.rows()];
    for (int i = 0; i < turned.length; i++) {
      for (int j = 0; j < turned[i].length; j++) {
        turned[i][j] = matrix.get(j, i);
      }
    }
    return Matrix.copyOf(turned);
  }
}
