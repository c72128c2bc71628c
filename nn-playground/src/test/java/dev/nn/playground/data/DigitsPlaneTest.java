package dev.nn.playground.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DigitsPlaneTest {
  private final DigitsPlane digits = DigitsPlane.of();

  /**
   * numpy.sqrt(numpy.linalg.eigvalsh(numpy.cov(pixels.T)))[-2:] gives these standard deviations.
   */
  @Test
  void theDirectionsAreThePrincipalComponents() {
    List<Points.Point> all = digits.draw(0, digits.size(), 0, 1).points();
    assertEquals(0, mean(all, true), 1e-5);
    assertEquals(0, mean(all, false), 1e-5);
    assertEquals(0.6 * 0.8362092, deviation(all, true), 1e-6);
    assertEquals(0.6 * 0.79970147, deviation(all, false), 1e-6);
    double together = all.stream().mapToDouble(p -> p.x() * p.y()).average().orElseThrow();
    assertEquals(0, together, 1e-4);
  }

  private static double mean(List<Points.Point> points, boolean isX) {
    return points.stream().mapToDouble(p -> isX ? p.x() : p.y()).average().orElseThrow();
  }

  private static double deviation(List<Points.Point> points, boolean isX) {
    double squares = points.stream().mapToDouble(p -> isX ? p.x() * p.x() : p.y() * p.y()).sum();
    return Math.sqrt(squares / (points.size() - 1));
  }

  @Test
  void theTestPointsAreOthers() {
    Set<Points.Point> train = Set.copyOf(digits.draw(0, 200, 0, 5).points());
    Set<Points.Point> test = Set.copyOf(digits.draw(200, 200, 0, 5).points());
    assertEquals(Set.of(), train.stream().filter(test::contains).collect(Collectors.toSet()));
    assertTrue(train.size() > 190);
  }
}
