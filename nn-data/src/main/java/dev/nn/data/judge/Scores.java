package dev.nn.data.judge;

import java.util.List;

/** Measures below each other. */
final class Scores {
  private Scores() {}

  static TextTable table(List<Score> scores) {
    TextTable table = new TextTable(List.of("", "model", "guessing", "better by"));
    for (Score score : scores) {
      table.add(
          score.measure(),
          score.model().toString(),
          score.guess().toString(),
          score.gain().toString());
    }
    return table;
  }
}
