package dev.nn.search.space;

import java.util.List;

/**
 * A value with holes.
 *
 * @param pieces in the order of the text
 * @param start where it stands in the text of the space
 */
record Template(List<Piece> pieces, int start) {
  void fill(Filling filling) {
    pieces.forEach(piece -> piece.fill(filling));
  }

  /** In how many ways the holes can be filled. */
  long ways() {
    return pieces.stream().mapToLong(Piece::ways).reduce(1, Count::product);
  }

  boolean hasNoHole() {
    return pieces.stream().allMatch(Literal.class::isInstance);
  }

  /** The value without holes. */
  String filled(Pick pick) {
    Filling filling = new Filling(pick);
    fill(filling);
    return filling.text();
  }
}
