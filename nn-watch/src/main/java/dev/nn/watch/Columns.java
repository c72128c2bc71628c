package dev.nn.watch;

import dev.nn.core.training.EpochRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The numbers of an epoch by the names that they have as columns of a log. */
final class Columns {
  private Columns() {}

  /** The numbers of an epoch in order. */
  static Map<String, Number> of(EpochRecord epoch) {
    Map<String, Number> columns = new LinkedHashMap<>();
    columns.put("epoch", epoch.epoch());
    columns.put("loss", epoch.loss());
    epoch.trainingMetrics().forEach((name, value) -> columns.put("training_" + name, value));
    epoch.validationLoss().ifPresent(loss -> columns.put("validation_loss", loss));
    epoch.validationMetrics().forEach((name, value) -> columns.put("validation_" + name, value));
    columns.put("learning_rate", epoch.learningRate());
    columns.put("seconds", epoch.duration().toNanos() / 1e9);
    return columns;
  }

  /** The columns that any of some epochs has, in order. */
  static List<String> names(List<EpochRecord> history) {
    Set<String> names = new LinkedHashSet<>();
    history.forEach(epoch -> names.addAll(of(epoch).keySet()));
    List<String> ends = List.of("learning_rate", "seconds");
    List<String> ordered = new ArrayList<>(names);
    ordered.removeAll(ends);
    if (!names.isEmpty()) {
      ordered.addAll(ends);
    }
    return ordered;
  }
}
