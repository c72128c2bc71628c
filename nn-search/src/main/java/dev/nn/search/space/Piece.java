package dev.nn.search.space;

/** A part of a {@link Template}: text that stays, or a hole. */
sealed interface Piece permits Choice, Literal, NumberRange {

  /** Appends this piece with its holes filled. */
  void fill(Filling filling);

  /** In how many ways it can be filled; {@link Count#INFINITE} if without end. */
  long ways();
}
