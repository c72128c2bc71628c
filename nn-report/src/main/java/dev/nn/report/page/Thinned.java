package dev.nn.report.page;

import java.util.ArrayList;
import java.util.List;

/** Long lists in short. */
public final class Thinned {
  private Thinned() {}

  /** All elements, or so many at equal distances, the first and the last among them. */
  public static <T> List<T> of(List<T> all, int most) {
    if (all.size() <= most) {
      return all;
    }
    List<T> some = new ArrayList<>(most);
    for (int i = 0; i < most; i++) {
      some.add(all.get((int) ((long) i * (all.size() - 1) / (most - 1))));
    }
    return some;
  }
}
