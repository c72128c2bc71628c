package dev.nn.lecture.picture;

/** How a {@link Series} is drawn. */
public enum Look {
  /** A line from point to point. */
  LINE,
  /** A broken line. */
  DASHED,
  /** A line with a disc at each point. */
  MARKED,
  /** Discs. */
  DISCS,
  /** Triangles, which differ from discs without their colour too. */
  TRIANGLES,
  /** The name of the series, written at each point; it is in no legend. */
  NAME;

  /** Whether the points are joined. */
  public boolean isLine() {
    return this == LINE || this == DASHED || this == MARKED;
  }
}
