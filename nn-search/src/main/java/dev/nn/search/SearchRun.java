package dev.nn.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One search from its first rung to its last. */
final class SearchRun {
  private final Plan plan;
  private final Objective objective;

  SearchRun(Plan plan, Objective objective) {
    this.plan = plan;
    this.objective = objective;
  }

  SearchResult run() throws IOException {
    if (plan.journal().isEmpty()) {
      return run(Optional.empty());
    }
    try (Journal journal = Journal.open(plan.journal().get(), plan.identity(objective))) {
      return run(Optional.of(journal));
    }
  }

  private SearchResult run(Optional<Journal> journal) throws IOException {
    List<Settings> settings = plan.strategy().settings(plan.space(), plan.seed(), plan.trials());
    List<Integer> alive = new ArrayList<>();
    for (int number = 1; number <= settings.size(); number++) {
      alive.add(number);
    }
    Map<Integer, TrialResult> newest = new TreeMap<>();
    int threads = plan.workers() > 1 ? 1 : Runtime.getRuntime().availableProcessors();
    for (int epochs : plan.strategy().rungs(settings.size(), plan.epochs())) {
      List<Trial> rung =
          alive.stream()
              .map(n -> new Trial(n, settings.get(n - 1), epochs, plan.seed(), threads))
              .toList();
      List<TrialResult> ended =
          new Workers(plan.workers(), objective, journal, plan.listener()).run(rung);
      ended.forEach(result -> newest.put(result.number(), result));
      alive = best(ended);
    }
    return SearchResult.ranked(objective.measure(), List.copyOf(newest.values()));
  }

  /** The numbers of those that go on, if there is a further rung. */
  private List<Integer> best(List<TrialResult> rung) {
    return rung.stream()
        .filter(result -> !result.isFailed())
        .sorted(Ranking.by(objective.measure()))
        .limit(Math.max(1, rung.size() / Strategy.FACTOR))
        .map(TrialResult::number)
        .sorted()
        .toList();
  }
}
