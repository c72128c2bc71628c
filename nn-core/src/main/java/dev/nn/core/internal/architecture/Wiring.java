package dev.nn.core.internal.architecture;

/**
 * Where a stage's input comes from and where its output goes.
 *
 * @param source the stage whose output is the input; {@link #FEATURES} if the features are. For a
 *     {@link JoinLayer} it is that of the first operand
 * @param sourceColumn if the source is a {@link ForkLayer}: where in its gradient that of this
 *     stage's input begins
 * @param join the stage in whose input the output is one part; {@link #NONE} if it is handed on
 *     whole
 * @param joinColumn where in that input it begins
 */
public record Wiring(int source, int sourceColumn, int join, int joinColumn) {
  /** Instead of a source: the features. */
  public static final int FEATURES = -1;

  /** Instead of a join: there is none. */
  public static final int NONE = -1;

  static final Wiring AT_START = from(FEATURES, 0);

  static Wiring from(int source, int column) {
    return new Wiring(source, column, NONE, 0);
  }

  Wiring into(int join, int column) {
    return new Wiring(source, sourceColumn, join, column);
  }

  /** Whether the gradient of the input is of use to anybody. */
  public boolean wantsInputGradient() {
    return source != FEATURES;
  }
}
