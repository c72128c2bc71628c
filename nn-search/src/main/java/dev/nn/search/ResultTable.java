package dev.nn.search;

import dev.nn.api.Printable;
import dev.nn.data.table.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A result for people: columns of equal width. */
final class ResultTable {
  private ResultTable() {}

  static String of(SearchResult result) {
    List<String> head = new ArrayList<>(List.of("trial", "epochs", result.measure().name()));
    head.addAll(result.trials().get(0).settings().texts().keySet());
    TextTable table = TextTable.ofTexts(head);
    result.trials().forEach(trial -> table.add(line(trial)));
    return table.toString();
  }

  private static List<String> line(TrialResult trial) {
    List<String> line = new ArrayList<>();
    line.add(String.valueOf(trial.number()));
    line.add(String.valueOf(trial.epochs()));
    line.add(
        trial.score().isPresent()
            ? String.format(Locale.ROOT, "%.6g", trial.score().getAsDouble())
            : "failed");
    line.addAll(trial.settings().texts().values());
    trial.failure().ifPresent(reason -> line.add(Printable.line(firstLine(reason))));
    return line;
  }

  private static String firstLine(String reason) {
    return reason.lines().findFirst().orElse(reason);
  }
}
