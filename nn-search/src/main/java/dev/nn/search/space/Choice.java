package dev.nn.search.space;

import java.util.List;

/**
 * One of several values, each as likely as the others: {@code {16, 64, 256}}.
 *
 * @param hole the number of this hole in its text
 * @param alternatives what can stand there, which may have holes of its own
 */
record Choice(int hole, List<Template> alternatives) implements Piece {
  @Override
  public void fill(Filling filling) {
    long[] ways = alternatives.stream().mapToLong(Template::ways).toArray();
    alternatives.get(filling.pick().alternative(hole, ways)).fill(filling);
  }

  @Override
  public long ways() {
    return alternatives.stream().mapToLong(Template::ways).reduce(0, Count::sum);
  }
}
