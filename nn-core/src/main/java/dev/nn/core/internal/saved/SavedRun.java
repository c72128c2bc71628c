package dev.nn.core.internal.saved;

import dev.nn.api.NnException;
import dev.nn.api.Optimizer;
import dev.nn.api.Spec;
import dev.nn.core.internal.safetensors.FormatException;
import dev.nn.core.internal.safetensors.TensorReader;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.core.training.EarlyStopping;
import dev.nn.core.training.EpochRecord;
import dev.nn.core.training.TrainingSummary;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The run of a checkpoint without its weights: settings, numbers, history. What is read is checked
 * against itself and against what the model says of its training.
 */
final class SavedRun {
  static final String SETTINGS = "settings";
  static final String METRICS = "history_metrics";
  static final String TRAINING_METRICS = "history_training_metrics";

  private final RunSettings settings;
  private final double[] scalars;
  private final double[] schedule;
  private final StateNumbers numbers;
  private final List<EpochRecord> history;

  private SavedRun(
      RunSettings settings,
      double[] scalars,
      double[] schedule,
      StateNumbers numbers,
      List<EpochRecord> history) {
    this.settings = settings;
    this.scalars = scalars;
    this.schedule = schedule;
    this.numbers = numbers;
    this.history = history;
  }

  /**
   * Reads the tensors of doubles, after which the file ends, and looks at the checksum before
   * anything is made of them.
   *
   * @param tensors what the header says
   * @throws FormatException if the file is damaged
   * @throws IllegalArgumentException if no run can have these settings and numbers
   */
  static SavedRun read(TensorReader reader, StateTensors tensors)
      throws IOException, FormatException {
    double[] scalars = reader.readDoubles();
    double[] schedule = reader.readDoubles();
    double[] numbers = reader.readDoubles();
    double[] history = reader.readDoubles();
    reader.verify();
    Map<String, String> texts = reader.header().metadata();
    SavedRun run =
        new SavedRun(
            RunSettings.parse(texts.getOrDefault(SETTINGS, "")),
            scalars,
            schedule,
            StateNumbers.of(numbers),
            HistoryTable.read(metrics(texts, METRICS), metrics(texts, TRAINING_METRICS), history));
    run.check(tensors.hasBest());
    return run;
  }

  private static List<String> metrics(Map<String, String> texts, String key) {
    List<List<String>> rows = JsonTexts.readRows(key, texts.getOrDefault(key, "[]"));
    return rows.size() == 1 ? rows.get(0) : List.of();
  }

  private void check(boolean hasBest) {
    numbers.check(settings, history);
    Optional<EarlyStopping> rule = settings.earlyStopping();
    if (hasBest != rule.isPresent()) {
      throw new IllegalArgumentException(
          hasBest
              ? "there are best weights, but by its settings the run is without early stopping"
              : "there are no best weights, but by its settings the run is with early stopping");
    }
    numbers.checkStopping(rule, history);
  }

  /**
   * Checks what the model says of its training.
   *
   * @throws IllegalArgumentException if it is of another one
   */
  void checkSummary(Optional<TrainingSummary> summary) {
    if (summary.isPresent()) {
      checkSame("seed", summary.get().seed(), settings.seed());
      checkSame("number of epochs", summary.get().epochs(), history.size());
      checkSame("number of steps", summary.get().steps(), numbers.steps());
      checkSame("loss", summary.get().loss(), settings.loss().toString());
      checkSame("optimizer", summary.get().optimizer(), settings.optimizer().toString());
    }
  }

  private static void checkSame(String what, Object ofModel, Object ofState) {
    if (!ofModel.equals(ofState)) {
      throw new IllegalArgumentException(
          "the %s of the training is %s in the metadata, but %s in the state"
              .formatted(what, ofModel, ofState));
    }
  }

  /**
   * Checks the state of the optimizer and its schedule, if the optimizer is at hand.
   *
   * @param own what the run would go on with, if that is known; counts if the settings name it
   * @param slots the slots in the file
   * @throws IllegalArgumentException if the optimizer has another state
   */
  void checkOptimizer(Optional<Optimizer> own, PluginRegistry registry, int slots) {
    Spec spec = settings.optimizer();
    Optional<Optimizer> optimizer =
        own.filter(given -> Spec.of(given).equals(spec)).or(() -> installed(spec, registry));
    if (optimizer.isEmpty()) {
      return;
    }
    String expected =
        describe(
            optimizer.get().slots(),
            optimizer.get().scalars(),
            optimizer.get().learningRate().stateSize());
    String found = describe(slots, scalars.length, schedule.length);
    if (!found.equals(expected)) {
      throw new IllegalArgumentException(
          "the state of the optimizer %s has %s, but the %s that is there needs %s; go on with the version that wrote the file"
              .formatted(spec.name(), found, spec.name(), expected));
    }
  }

  private static String describe(int slots, int scalars, int schedule) {
    return "slots: %s, scalars: %s, numbers of the schedule: %s"
        .formatted(slots, scalars, schedule);
  }

  /** Nothing if it is not: who only takes the model does not need it. */
  private static Optional<Optimizer> installed(Spec spec, PluginRegistry registry) {
    try {
      return Optional.of(registry.create(Optimizer.class, spec));
    } catch (NnException e) {
      return Optional.empty();
    }
  }

  RunSettings settings() {
    return settings;
  }

  double[] scalars() {
    return scalars;
  }

  double[] schedule() {
    return schedule;
  }

  StateNumbers numbers() {
    return numbers;
  }

  List<EpochRecord> history() {
    return history;
  }
}
