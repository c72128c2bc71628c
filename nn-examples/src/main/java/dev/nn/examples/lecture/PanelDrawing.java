package dev.nn.examples.lecture;

import com.google.common.base.Strings;
import dev.nn.examples.terminal.BrailleCanvas;
import dev.nn.examples.terminal.TextBlocks;
import dev.nn.lecture.picture.Axis;
import dev.nn.lecture.picture.Look;
import dev.nn.lecture.picture.Panel;
import dev.nn.lecture.picture.Picture;
import dev.nn.lecture.picture.Point;
import dev.nn.lecture.picture.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Draws pictures with characters: lines as dots, points as letters. */
final class PanelDrawing {
  private static final int COLUMNS = 30;
  private static final int ROWS = 9;
  private static final int GAP = 2;

  private final Panel panel;
  private final BrailleCanvas canvas = new BrailleCanvas(COLUMNS, ROWS);

  private PanelDrawing(Panel panel) {
    this.panel = panel;
  }

  /**
   * Returns the panels of a picture, as many beside each other as fit. Of a picture with many
   * panels it is the last row.
   */
  static List<String> of(Picture picture, int columns) {
    List<Panel> panels = picture.panels();
    if (panels.size() > 2 * picture.columns()) {
      panels = panels.subList(panels.size() - picture.columns(), panels.size());
    }
    List<List<String>> blocks =
        panels.stream().map(panel -> new PanelDrawing(panel).lines()).toList();
    int width =
        blocks.stream().flatMap(List::stream).mapToInt(String::length).max().orElse(0) + GAP;
    int beside = Math.max(1, (columns + GAP) / width);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i += beside) {
      lines.addAll(TextBlocks.beside(blocks.subList(i, Math.min(blocks.size(), i + beside)), GAP));
      lines.add("");
    }
    return lines;
  }

  private List<String> lines() {
    List<String> legend = new ArrayList<>();
    List<Series> all = panel.series();
    all.stream().filter(series -> series.look().isLine()).forEach(this::draw);
    int number = 1;
    for (Series series : all) {
      if (series.look().isLine() && panel.legend()) {
        char mark = Character.forDigit(number++, Character.MAX_RADIX);
        markLast(series, mark);
        legend.add(mark + " " + series.name());
      } else if (series.look() == Look.DISCS || series.look() == Look.TRIANGLES) {
        char mark = series.look() == Look.TRIANGLES ? '^' : 'o';
        series.points().forEach(point -> canvas.mark(x(point), y(point), mark));
        legend.add(mark + " " + series.name());
      }
    }
    return framed(legend);
  }

  private void draw(Series series) {
    List<Point> points = series.points();
    for (int i = 1; i < points.size(); i++) {
      Point from = points.get(i - 1);
      Point to = points.get(i);
      if (isInside(from) && isInside(to)) {
        canvas.line(x(from), y(from), x(to), y(to));
      }
    }
  }

  private void markLast(Series series, char mark) {
    for (int i = series.points().size() - 1; i >= 0; i--) {
      Point point = series.points().get(i);
      if (isInside(point)) {
        canvas.mark(x(point), y(point), mark);
        return;
      }
    }
  }

  private boolean isInside(Point point) {
    double across = panel.x().place(point.x());
    double up = panel.y().place(point.y());
    return !point.isGap() && across >= 0 && across <= 1 && up >= 0 && up <= 1;
  }

  private int x(Point point) {
    return (int) Math.round(panel.x().place(point.x()) * (2 * COLUMNS - 1));
  }

  private int y(Point point) {
    return (int) Math.round((1 - panel.y().place(point.y())) * (4 * ROWS - 1));
  }

  private List<String> framed(List<String> legend) {
    String top = end(panel.y(), panel.y().to());
    String bottom = end(panel.y(), panel.y().from());
    int width = Math.max(top.length(), bottom.length());
    String indent = " ".repeat(width + 1);
    List<String> lines = new ArrayList<>();
    lines.add(indent + panel.title());
    List<String> drawn = canvas.lines();
    for (int row = 0; row < ROWS; row++) {
      String label = row == 0 ? top : row == ROWS - 1 ? bottom : "";
      lines.add(Strings.padStart(label, width, ' ') + " " + drawn.get(row));
    }
    String left = end(panel.x(), panel.x().from()) + " " + panel.x().title();
    String right = end(panel.x(), panel.x().to());
    lines.add(indent + left + Strings.padStart(right, Math.max(1, COLUMNS - left.length()), ' '));
    TextBlocks.wrap(String.join("  ", legend), COLUMNS).forEach(line -> lines.add(indent + line));
    return lines;
  }

  private static String end(Axis axis, double value) {
    if (axis.title().isEmpty()) {
      return "";
    }
    return axis.logarithmic()
        ? String.format(Locale.ROOT, "%.0e", value)
        : String.format(Locale.ROOT, "%.2f", value).replaceAll("\\.?0+$", "");
  }
}
