package dev.nn.lecture.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ContourTest {
  private static final Axis X = Axis.of("x", -2, 2);

  @Test
  void theLineOfOneThroughTheBowlIsTheCircle() {
    List<Point> line = Contour.of((x, y) -> x * x + y * y, X, X, 40).line(1);
    assertFalse(line.isEmpty());
    for (Point point : line) {
      if (!point.isGap()) {
        assertEquals(1, Math.hypot(point.x(), point.y()), 0.01);
      }
    }
  }

  /** Along each axis sin 4x is lowest at x = (−π/2 + 2πk) / 4: −1.96, −0.39 and 1.18. */
  @Test
  void aBowlHasOneMinimumAndAWaveSeveral() {
    assertEquals(1, Contour.of((x, y) -> x * x + y * y, X, X, 40).minima());
    assertEquals(9, Contour.of((x, y) -> Math.sin(4 * x) + Math.sin(4 * y), X, X, 80).minima());
  }

  @Test
  void dashesCoverTwoThirdsOfALineWhateverItsPoints() {
    for (int points : new int[] {2, 1000}) {
      List<Point> line =
          IntStream.range(0, points)
              .mapToObj(i -> new Point(-2 + 4.0 * i / (points - 1), 0))
              .toList();
      Panel panel = new Panel("", X, X, List.of(), false);
      List<Point> dashes = Dashes.of(line, panel, 1100, 100);
      double covered = 0;
      for (int i = 1; i < dashes.size(); i++) {
        if (!dashes.get(i).isGap() && !dashes.get(i - 1).isGap()) {
          covered += dashes.get(i).x() - dashes.get(i - 1).x();
        }
      }
      assertEquals(4 * 7.0 / 11, covered, 0.01);
      assertTrue(dashes.stream().filter(Point::isGap).count() == 100);
    }
  }
}
