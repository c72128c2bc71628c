package dev.nn.examples.terminal;

import com.google.common.base.Strings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;

/** Plots a function with the dots of Braille characters, two across and four down in each. */
public final class BraillePlot {
  private final int columns;
  private final int rows;
  private final BrailleCanvas canvas;

  private BraillePlot(int columns, int rows) {
    this.columns = columns;
    this.rows = rows;
    this.canvas = new BrailleCanvas(columns, rows);
  }

  /**
   * Plots a function, with a title above it, the ranges on the left and below, and dotted lines
   * through zero.
   *
   * @param title the line above the plot
   * @param function the function; where it is not finite, nothing is drawn
   * @param from the least argument
   * @param to the greatest argument
   * @param columns how many characters the plot is wide, without the labels
   * @param rows how many characters the plot is high, without title and labels
   */
  public static List<String> lines(
      String title, DoubleUnaryOperator function, double from, double to, int columns, int rows) {
    double[] values = new double[2 * columns];
    double low = 0;
    double high = 0;
    for (int x = 0; x < values.length; x++) {
      values[x] = function.applyAsDouble(from + (to - from) * x / (values.length - 1));
      if (Double.isFinite(values[x])) {
        low = Math.min(low, values[x]);
        high = Math.max(high, values[x]);
      }
    }
    if (low == high) {
      high = 1;
    }
    BraillePlot plot = new BraillePlot(columns, rows);
    plot.axes(from, to, low, high);
    plot.curve(values, low, high);
    return plot.withLabels(title, from, to, low, high);
  }

  private void axes(double from, double to, double low, double high) {
    int zeroX = (int) Math.round(-from / (to - from) * (2 * columns - 1));
    int zeroY = y(0, low, high);
    for (int x = 0; x < 2 * columns; x += 4) {
      canvas.dot(x, zeroY);
    }
    for (int y = 0; y < 4 * rows; y += 4) {
      canvas.dot(zeroX, y);
    }
  }

  /** Draws a dot for each value, and joins neighbours that are more than a dot apart. */
  private void curve(double[] values, double low, double high) {
    for (int x = 0; x < values.length; x++) {
      if (Double.isFinite(values[x])) {
        int y = y(values[x], low, high);
        boolean joined = x > 0 && Double.isFinite(values[x - 1]);
        int before = joined ? y(values[x - 1], low, high) : y;
        int step = Integer.signum(before - y);
        canvas.dot(x, y);
        for (int between = y; between != before; between += step) {
          canvas.dot(x, between);
        }
      }
    }
  }

  /** Returns the row of dots for a value, counted from the top. */
  private int y(double value, double low, double high) {
    return (int) Math.round((high - value) / (high - low) * (4 * rows - 1));
  }

  private List<String> withLabels(String title, double from, double to, double low, double high) {
    String top = number(high);
    String bottom = number(low);
    int width = Math.max(top.length(), bottom.length());
    List<String> lines = new ArrayList<>();
    lines.add(" ".repeat(width + 1) + title);
    for (int row = 0; row < rows; row++) {
      String label = row == 0 ? top : row == rows - 1 ? bottom : "";
      lines.add(Strings.padStart(label, width, ' ') + " " + canvas.lines().get(row));
    }
    String left = number(from);
    String right = number(to);
    lines.add(" ".repeat(width + 1) + left + Strings.padStart(right, columns - left.length(), ' '));
    return lines;
  }

  private static String number(double value) {
    String text = String.format(Locale.ROOT, "%.2f", value);
    return text.replaceAll("\\.?0+$", "");
  }
}
