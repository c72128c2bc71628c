package dev.nn.search;

/** What stands in a space where a spec has one value. */
sealed interface Hole extends Piece permits Choice, NumberRange {

  /** The number of this hole in its text, by which its random numbers are told from others. */
  int number();
}
