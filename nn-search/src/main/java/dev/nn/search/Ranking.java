package dev.nn.search;

import java.util.Comparator;

/** The order of trials, the best first. */
final class Ranking {
  private Ranking() {}

  /**
   * Failed ones last, then those that were trained for longer, as they beat the others on the way,
   * then the better score, then the smaller number.
   */
  static Comparator<TrialResult> by(Measure measure) {
    return Comparator.comparing(TrialResult::isFailed)
        .thenComparing(Comparator.comparing(TrialResult::epochs).reversed())
        .thenComparing(
            (a, b) -> a.isFailed() ? 0 : measure.compare(a.score().orElse(0), b.score().orElse(0)))
        .thenComparing(TrialResult::number);
  }
}
