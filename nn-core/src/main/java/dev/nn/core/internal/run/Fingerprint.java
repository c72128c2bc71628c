package dev.nn.core.internal.run;

import dev.nn.api.Spec;
import dev.nn.api.SpecValue;
import dev.nn.core.internal.engine.Clipping;
import dev.nn.core.internal.engine.EngineSettings.Averaging;
import dev.nn.core.internal.saved.SettingsText;
import dev.nn.core.training.EarlyStopping;
import dev.nn.core.training.Shuffling;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What decides the weights that a run comes to, as text: two runs with the same text go the same
 * way. The number of epochs is not part of it, so that a run may be made longer.
 */
public final class Fingerprint {

  private Fingerprint() {}

  /**
   * The text of a run.
   *
   * @param train its training examples
   * @param validation the validation examples, if there are any
   */
  static String of(TrainingSettings settings, Examples train, Optional<Examples> validation) {
    Clipping clipping = settings.clipping();
    Spec text =
        Spec.of("training")
            .with(SettingsText.LOSS, Spec.of(settings.loss()))
            .with(SettingsText.OPTIMIZER, Spec.of(settings.optimizer()))
            .with(SettingsText.BATCH_SIZE, new SpecValue.Decimal((long) settings.batchSize()))
            .with(SettingsText.SEED, new SpecValue.Decimal(settings.seed()))
            .with("shuffle", new SpecValue.Flag(settings.shuffling() != Shuffling.NEVER))
            .with(SettingsText.ROWS, new SpecValue.Decimal((long) train.rows()))
            .with(SettingsText.DATA, text(train))
            .with(
                SettingsText.VALIDATION,
                validation.<SpecValue>map(Fingerprint::text).orElseGet(SpecValue.None::new))
            .with("validation_split", new SpecValue.Decimal(settings.validationSplit()))
            .with("clip_value", bound(clipping.value()))
            .with(clipping.isGlobal() ? "global_clip_norm" : "clip_norm", bound(clipping.norm()))
            .with(
                SettingsText.CLASS_WEIGHTS,
                SettingsText.shortened(numbers(settings.classWeights().byIndex())))
            .with(
                SettingsText.EARLY_STOPPING,
                settings
                    .earlyStopping()
                    .<SpecValue>map(Fingerprint::spec)
                    .orElseGet(SpecValue.None::new));
    // Texts of runs that leave nothing out stay as they were before that was possible.
    return (settings.undecayed().isEmpty()
            ? withHabits(text, settings)
            : withHabits(text, settings).with("without_weight_decay", texts(settings.undecayed())))
        .toString();
  }

  /** The text with what a run does otherwise than all did before there was a choice. */
  private static Spec withHabits(Spec text, TrainingSettings settings) {
    Averaging averaging = settings.averaging();
    Spec once = withFlag(text, "shuffle_once", settings.shuffling() == Shuffling.ONCE);
    Spec divided = withFlag(once, "divided_penalties", averaging.dividesPenalties());
    return withFlag(divided, "mean_by_weights", averaging.byWeights());
  }

  private static Spec withFlag(Spec text, String key, boolean isSet) {
    return isSet ? text.with(key, new SpecValue.Flag(true)) : text;
  }

  private static SpecValue texts(Collection<String> texts) {
    return new SpecValue.Items(texts.stream().<SpecValue>map(SpecValue.Text::new).toList());
  }

  private static SpecValue.Text text(Examples examples) {
    return new SpecValue.Text(examples.hash());
  }

  private static SpecValue bound(double value) {
    return Double.isInfinite(value) ? new SpecValue.None() : new SpecValue.Decimal(value);
  }

  private static SpecValue numbers(List<Double> numbers) {
    return new SpecValue.Items(
        numbers.stream().<SpecValue>map(number -> new SpecValue.Decimal((double) number)).toList());
  }

  private static Spec spec(EarlyStopping rule) {
    Spec spec =
        Spec.of(SettingsText.EARLY_STOPPING)
            .with(SettingsText.PATIENCE, new SpecValue.Decimal((long) rule.patience()))
            .with(SettingsText.MIN_DELTA, new SpecValue.Decimal(rule.minDelta()));
    // Texts of rules that watch the loss stay as they were before others were possible.
    if (rule.metric().isPresent()) {
      spec =
          spec.with(SettingsText.METRIC, new SpecValue.Text(rule.metric().get()))
              .with(SettingsText.LARGER_IS_BETTER, new SpecValue.Flag(rule.isLargerBetter()));
    }
    return rule.keepsLast() ? spec.with(SettingsText.KEEPS_LAST, new SpecValue.Flag(true)) : spec;
  }
}
