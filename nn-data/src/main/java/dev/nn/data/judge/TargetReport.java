package dev.nn.data.judge;

import java.util.List;
import java.util.stream.Collectors;

/** How good a model is at one target. */
public sealed interface TargetReport permits ClassificationReport, RegressionReport {

  /** The column that is predicted. */
  String target();

  /** How many rows were predicted. */
  int rows();

  /** The measures, each beside that of guessing; the first is the headline. */
  List<Score> scores();

  /** What a reader should know about these rows, each a sentence; mostly there is nothing. */
  List<String> remarks();

  /** The measure that says most: accuracy, or the root of the mean squared error. */
  default Score headline() {
    return scores().get(0);
  }

  /**
   * The measure of a name.
   *
   * @throws IllegalArgumentException if there is none; the message names those that there are
   */
  default Score score(String measure) {
    return scores().stream()
        .filter(score -> score.measure().equals(measure))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no measure is named \"%s\"; there are %s"
                        .formatted(
                            measure,
                            scores().stream()
                                .map(Score::measure)
                                .collect(Collectors.joining(", ")))));
  }
}
