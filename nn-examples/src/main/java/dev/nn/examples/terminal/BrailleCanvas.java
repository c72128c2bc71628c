package dev.nn.examples.terminal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Dots of Braille characters, two across and four down in each, and characters in their places. */
public final class BrailleCanvas {
  private static final int EMPTY = 0x2800;

  /** The bit of each dot of a character: {@code DOTS[y][x]}, downwards. */
  private static final int[][] DOTS = {{0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}};

  private final int columns;
  private final int rows;
  private final int[][] cells;

  /** Makes an empty canvas of so many characters. */
  public BrailleCanvas(int columns, int rows) {
    this.columns = columns;
    this.rows = rows;
    this.cells = new int[rows][columns];
    for (int[] row : cells) {
      Arrays.fill(row, EMPTY);
    }
  }

  /** Draws a dot, if it is on the canvas and no character is in its place. */
  public void dot(int x, int y) {
    if (x >= 0 && y >= 0 && x < 2 * columns && y < 4 * rows && cells[y / 4][x / 2] >= EMPTY) {
      cells[y / 4][x / 2] |= DOTS[y % 4][x % 2];
    }
  }

  /** Draws a straight line of dots. */
  public void line(int x0, int y0, int x1, int y1) {
    int steps = Math.max(Math.abs(x1 - x0), Math.abs(y1 - y0));
    for (int i = 0; i <= steps; i++) {
      double t = steps == 0 ? 0 : (double) i / steps;
      dot((int) Math.round(x0 + t * (x1 - x0)), (int) Math.round(y0 + t * (y1 - y0)));
    }
  }

  /** Puts a character where a dot lies, if that is on the canvas. */
  public void mark(int x, int y, char mark) {
    if (x >= 0 && y >= 0 && x < 2 * columns && y < 4 * rows) {
      cells[y / 4][x / 2] = mark;
    }
  }

  /** Returns what was drawn, from the top. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (int[] row : cells) {
      lines.add(new String(row, 0, row.length));
    }
    return lines;
  }
}
