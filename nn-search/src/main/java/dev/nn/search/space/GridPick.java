package dev.nn.search.space;

import java.util.Arrays;

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
  public int alternative(int hole, long[] ways) {
    long digit = take(Arrays.stream(ways).sum());
    int alternative = 0;
    while (digit >= ways[alternative]) {
      digit -= ways[alternative];
      alternative++;
    }
    // The holes of the alternative take what is left of the digit, and then the rest is as before.
    rest = digit + rest * ways[alternative];
    return alternative;
  }

  @Override
  public String number(int hole, Numbers numbers) {
    return numbers.whole(take(numbers.ways()));
  }

  private long take(long ways) {
    long digit = rest % ways;
    rest /= ways;
    return digit;
  }
}
