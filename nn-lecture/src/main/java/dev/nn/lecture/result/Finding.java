package dev.nn.lecture.result;

import dev.nn.lecture.picture.Picture;
import java.util.List;

/**
 * What an experiment found.
 *
 * @param figures what was measured
 * @param checks what follows from the figures
 * @param picture the figures drawn
 */
public record Finding(List<Figures> figures, List<Check> checks, Picture picture) {

  /** Copies the lists. */
  public Finding {
    figures = List.copyOf(figures);
    checks = List.copyOf(checks);
    if (checks.isEmpty()) {
      throw new IllegalArgumentException("a finding without a check has no verdict");
    }
  }

  /** The verdict: whether all that was claimed follows from the figures. */
  public boolean holds() {
    return checks.stream().allMatch(Check::holds);
  }
}
