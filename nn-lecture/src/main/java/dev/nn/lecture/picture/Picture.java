package dev.nn.lecture.picture;

import java.util.List;

/**
 * Charts side by side.
 *
 * @param panels row by row
 * @param columns panels of a row
 * @param width of a panel, in pixels
 * @param height of a panel, in pixels
 */
public record Picture(List<Panel> panels, int columns, int width, int height) {

  /** Copies the list. */
  public Picture {
    panels = List.copyOf(panels);
  }

  /** Returns one row of panels of the usual size. */
  public static Picture row(Panel... panels) {
    return new Picture(List.of(panels), panels.length, 440, 340);
  }

  /** Number of rows. */
  public int rows() {
    return (panels.size() + columns - 1) / columns;
  }
}
