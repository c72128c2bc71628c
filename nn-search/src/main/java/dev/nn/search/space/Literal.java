package dev.nn.search.space;

/**
 * Text that is the same in every setting.
 *
 * @param text what it is
 * @param start where it stands in the text of the space
 */
record Literal(String text, int start) implements Piece {
  @Override
  public void fill(Filling filling) {
    filling.copy(text, start);
  }

  @Override
  public long ways() {
    return 1;
  }
}
