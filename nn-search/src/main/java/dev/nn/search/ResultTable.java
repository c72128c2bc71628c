package dev.nn.search;

import dev.nn.api.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A result for people: columns of equal width. */
final class ResultTable {
  private ResultTable() {}

  static String of(SearchResult result) {
    List<List<String>> lines = new ArrayList<>();
    List<String> header = new ArrayList<>(List.of("trial", "epochs", result.measure().name()));
    header.addAll(result.trials().get(0).settings().texts().keySet());
    lines.add(header);
    result.trials().forEach(trial -> lines.add(line(trial)));
    int[] widths = new int[header.size()];
    for (List<String> line : lines) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], line.get(i).length());
      }
    }
    StringBuilder text = new StringBuilder();
    for (List<String> line : lines) {
      StringBuilder padded = new StringBuilder();
      for (int i = 0; i < line.size(); i++) {
        int width = i < widths.length ? widths[i] : 0;
        padded
            .append(line.get(i))
            .append(" ".repeat(2 + Math.max(0, width - line.get(i).length())));
      }
      text.append(padded.toString().stripTrailing()).append('\n');
    }
    return text.toString();
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
