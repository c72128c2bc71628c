package dev.nn.search;

import dev.nn.api.NnException;
import java.util.List;

/**
 * What a search found.
 *
 * @param measure what the trials are ranked by
 * @param trials the best first: those that were trained for longest, by their score, the smaller
 *     number first where it is equal, and those that failed last
 */
public record SearchResult(Measure measure, List<TrialResult> trials) {

  /** Copies the trials. */
  public SearchResult {
    trials = List.copyOf(trials);
  }

  static SearchResult ranked(Measure measure, List<TrialResult> trials) {
    return new SearchResult(measure, trials.stream().sorted(Ranking.by(measure)).toList());
  }

  /**
   * The best trial.
   *
   * @throws NnException if all failed; the message says why the first did
   */
  public TrialResult best() {
    TrialResult first = trials.get(0);
    if (first.isFailed()) {
      throw new NnException(
          "all %s trials failed, the first of them because: %s"
              .formatted(trials.size(), first.failure().orElse("")));
    }
    return first;
  }

  /** One JSON object a line, the best trial first, with its rank, number, settings and score. */
  public String jsonLines() {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < trials.size(); i++) {
      lines.append(Json.rank(i + 1, trials.get(i), measure)).append('\n');
    }
    return lines.toString();
  }

  /** A table of the trials, the best first, with a line for each. */
  @Override
  public String toString() {
    return ResultTable.of(this);
  }
}
