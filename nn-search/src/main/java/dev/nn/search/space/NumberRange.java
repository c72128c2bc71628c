package dev.nn.search.space;

/**
 * Any number of a range.
 *
 * @param hole the number of this hole in its text
 * @param numbers which ones
 * @param start where it stands in the text of the space
 */
record NumberRange(int hole, Numbers numbers, int start) implements Piece {
  @Override
  public void fill(Filling filling) {
    filling.insert(filling.pick().number(hole, numbers), start);
  }

  @Override
  public long ways() {
    return numbers.ways();
  }
}
