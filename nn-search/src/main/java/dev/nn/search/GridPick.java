package dev.nn.search;

/**
 * One of all ways to fill holes, by its number in a mixed radix: each hole takes its digit and
 * leaves the rest to those after it.
 */
final class GridPick implements Pick {
  private long rest;

  GridPick(long index) {
    this.rest = index;
  }

  @Override
  public int alternative(Choice choice) {
    long digit = take(choice.ways());
    int alternative = 0;
    while (digit >= choice.alternatives().get(alternative).ways()) {
      digit -= choice.alternatives().get(alternative).ways();
      alternative++;
    }
    // The holes of the alternative take what is left of the digit, and then the rest is as before.
    rest = digit + rest * choice.alternatives().get(alternative).ways();
    return alternative;
  }

  @Override
  public String number(NumberRange range) {
    return range.whole(take(range.ways()));
  }

  private long take(long ways) {
    long digit = rest % ways;
    rest /= ways;
    return digit;
  }
}
