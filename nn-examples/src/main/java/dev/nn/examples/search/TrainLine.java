package dev.nn.examples.search;

import dev.nn.search.Settings;
import dev.nn.search.TableObjective;
import dev.nn.search.TrialResult;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The command that trains what a search has found. */
final class TrainLine {
  private TrainLine() {}

  /** Options that say which rows, as they were given to the search. */
  private static final List<String> SHARED =
      List.of("--target", "--columns", "--query", "--test", "--separator", "--missing");

  /** The same for those that are there or not. */
  private static final List<String> FLAGS = List.of("--decimal-comma", "--header", "--zero-based");

  static String of(
      CommandSpec command, String data, TableObjective objective, TrialResult best, long seed) {
    Settings settings = best.settings();
    return "./nn train %s --layers %s --optimizer %s --batch %s --epochs %s --seed %s --keep last%s"
        .formatted(
            quoted(data),
            quoted(objective.layers(settings)),
            quoted(settings.text("optimizer")),
            objective.batch(settings),
            best.epochs(),
            seed,
            shared(command.commandLine().getParseResult()));
  }

  private static String shared(ParseResult given) {
    StringBuilder options = new StringBuilder();
    for (String name : SHARED) {
      if (given.hasMatchedOption(name)) {
        String value = String.join(",", given.matchedOption(name).originalStringValues());
        options.append(' ').append(name).append(' ').append(quoted(value));
      }
    }
    for (String name : FLAGS) {
      Boolean flag = given.matchedOptionValue(name, null);
      if (flag != null) {
        options.append(flag ? " " + name : " --no-" + name.substring(2));
      }
    }
    return options.toString();
  }

  /** In double quotes, which every shell understands. */
  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
