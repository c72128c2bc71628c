package dev.nn.search;

import java.util.List;

/**
 * One of several values, each as likely as the others: {@code {16, 64, 256}}.
 *
 * @param number the number of the hole
 * @param alternatives what can stand there, which may have holes of its own
 */
record Choice(int number, List<Template> alternatives) implements Hole {
  @Override
  public void fill(Filling filling) {
    alternatives.get(filling.pick().alternative(this)).fill(filling);
  }

  @Override
  public long ways() {
    return alternatives.stream().mapToLong(Template::ways).reduce(0, Count::sum);
  }
}
