package dev.nn.report.page;

import java.util.List;

/**
 * Some points of a chart that belong together.
 *
 * @param name as the legend calls it; empty for none
 * @param mark how its points are drawn
 * @param points x and y of each
 */
public record Series(String name, Mark mark, List<double[]> points) {

  /** How points are drawn. */
  public enum Mark {
    /** A line through them. */
    LINE,
    /** A line that is only there for comparison. */
    GUIDE,
    /** A line with a dot at each. */
    DOTTED,
    /** A dot at each. */
    DOT,
    /** A bar up to each. */
    BAR
  }
}
