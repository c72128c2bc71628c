package dev.nn.examples.search;

import dev.nn.search.Settings;
import dev.nn.search.TableObjective;
import dev.nn.search.TrialResult;

/** The command that trains what a search has found. */
final class TrainLine {
  private TrainLine() {}

  static String of(String data, TableObjective objective, TrialResult best, long seed) {
    Settings settings = best.settings();
    return "./nn train %s --layers %s --optimizer %s --batch %s --epochs %s --seed %s"
        .formatted(
            quoted(data),
            quoted(objective.layers(settings)),
            quoted(settings.text("optimizer")),
            objective.batch(settings),
            best.epochs(),
            seed);
  }

  /** In double quotes, which every shell understands. */
  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
