package dev.nn.lecture.picture;

import java.util.List;

/**
 * One chart of a {@link Picture}.
 *
 * @param title the line above it
 * @param x to the right
 * @param y upwards
 * @param series drawn one over the other
 * @param legend whether the names of the series are shown
 */
public record Panel(String title, Axis x, Axis y, List<Series> series, boolean legend) {

  /** Copies the list. */
  public Panel {
    series = List.copyOf(series);
  }
}
