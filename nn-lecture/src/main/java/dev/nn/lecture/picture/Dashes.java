package dev.nn.lecture.picture;

import java.util.ArrayList;
import java.util.List;

/**
 * Breaks a line into dashes. XChart begins its dashes anew at each point, so that a line through
 * many points would be drawn without gaps.
 */
final class Dashes {
  static final float DASH = 7;
  static final float GAP = 4;

  private final List<Point> broken = new ArrayList<>();
  private double drawn;

  private Dashes() {}

  /**
   * Returns the dashes of a line.
   *
   * @param width of the panel in pixels, which is about that of its axes
   * @param height of the panel in pixels
   */
  static List<Point> of(List<Point> line, Panel panel, double width, double height) {
    Dashes dashes = new Dashes();
    for (int i = 1; i < line.size(); i++) {
      Point from = line.get(i - 1);
      Point to = line.get(i);
      if (from.isGap() || to.isGap()) {
        dashes.interrupt();
      } else {
        double across = (panel.x().place(to.x()) - panel.x().place(from.x())) * width;
        double up = (panel.y().place(to.y()) - panel.y().place(from.y())) * height;
        dashes.add(from, to, StrictMath.hypot(across, up));
      }
    }
    return dashes.broken;
  }

  private void interrupt() {
    if (!broken.isEmpty() && !broken.get(broken.size() - 1).isGap()) {
      broken.add(broken.get(broken.size() - 1).gap());
    }
    drawn = 0;
  }

  private void add(Point from, Point to, double length) {
    double done = 0;
    while (done < length) {
      boolean isOn = drawn < DASH;
      double left = (isOn ? DASH : DASH + GAP) - drawn;
      double piece = Math.min(left, length - done);
      if (isOn) {
        if (broken.isEmpty() || broken.get(broken.size() - 1).isGap()) {
          broken.add(between(from, to, done / length));
        }
        Point end = between(from, to, (done + piece) / length);
        broken.add(end);
        if (piece >= left) {
          broken.add(end.gap());
        }
      }
      done += piece;
      drawn = piece < left ? drawn + piece : isOn ? DASH : 0;
    }
  }

  private static Point between(Point from, Point to, double t) {
    return new Point(from.x() + t * (to.x() - from.x()), from.y() + t * (to.y() - from.y()));
  }
}
