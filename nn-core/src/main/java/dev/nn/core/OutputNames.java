package dev.nn.core;

import dev.nn.api.DataException;
import dev.nn.core.dataset.Targets;
import java.util.List;
import java.util.stream.IntStream;

/** The names of outputs that are judged each by itself. */
final class OutputNames {
  private OutputNames() {}

  /**
   * A name for each column of the targets.
   *
   * @throws DataException if they are classes, of which one excludes the others
   */
  static List<String> of(Targets targets) {
    if (targets instanceof Targets.MultiLabel several) {
      return several.labels();
    }
    if (targets instanceof Targets.Binary binary) {
      return List.of(binary.yes());
    }
    if (targets instanceof Targets.Real real) {
      return real.names().isEmpty()
          ? IntStream.range(0, real.columns()).mapToObj(String::valueOf).toList()
          : real.names();
    }
    throw new DataException(
        "the targets are %s, of which each example has one: take confusionMatrix, which has precision and recall of each"
            .formatted(targets));
  }
}
