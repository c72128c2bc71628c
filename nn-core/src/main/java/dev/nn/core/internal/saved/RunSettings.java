package dev.nn.core.internal.saved;

import dev.nn.api.NnException;
import dev.nn.api.Spec;
import dev.nn.api.SpecException;
import dev.nn.api.SpecValue;
import dev.nn.core.training.EarlyStopping;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Reads what a file says of the settings of its run. The methods throw an {@link
 * IllegalArgumentException} where that is not what {@code internal.run.Fingerprint} writes.
 */
final class RunSettings {
  private final String text;
  private final Spec settings;

  private RunSettings(String text, Spec settings) {
    this.text = text;
    this.settings = settings;
  }

  static RunSettings parse(String text) {
    try {
      return new RunSettings(text, Spec.parse(text));
    } catch (SpecException e) {
      throw new IllegalArgumentException("the settings cannot be read: " + e.problem(), e);
    }
  }

  /** What was read, as it stands. */
  String text() {
    return text;
  }

  Spec loss() {
    return spec(SettingsText.LOSS);
  }

  Spec optimizer() {
    return spec(SettingsText.OPTIMIZER);
  }

  long seed() {
    return whole(settings, SettingsText.SEED, Long.MIN_VALUE, Long.MAX_VALUE);
  }

  /** Number of training examples. */
  int rows() {
    return count(settings, SettingsText.ROWS);
  }

  /** Examples of one step. */
  int batchSize() {
    return count(settings, SettingsText.BATCH_SIZE);
  }

  Optional<EarlyStopping> earlyStopping() {
    if (settings.options().get(SettingsText.EARLY_STOPPING) instanceof SpecValue.None) {
      return Optional.empty();
    }
    Spec rule = spec(SettingsText.EARLY_STOPPING);
    int patience = count(rule, SettingsText.PATIENCE);
    try {
      return Optional.of(
          new EarlyStopping(
              patience,
              number(rule, SettingsText.MIN_DELTA).doubleValue(),
              text(rule, SettingsText.METRIC),
              flag(rule, SettingsText.LARGER_IS_BETTER),
              flag(rule, SettingsText.KEEPS_LAST)));
    } catch (NnException e) {
      throw new IllegalArgumentException("in the settings: " + e.getMessage(), e);
    }
  }

  private static Optional<String> text(Spec spec, String key) {
    return spec.options().get(key) instanceof SpecValue.Text text
        ? Optional.of(text.value())
        : Optional.empty();
  }

  private static boolean flag(Spec spec, String key) {
    return spec.options().get(key) instanceof SpecValue.Flag flag && flag.value();
  }

  private Spec spec(String key) {
    if (settings.options().get(key) instanceof Spec spec) {
      return spec;
    }
    throw new IllegalArgumentException(
        "the settings have no %s: %s".formatted(key, settings.options().get(key)));
  }

  private static int count(Spec spec, String key) {
    return (int) whole(spec, key, 1, Integer.MAX_VALUE);
  }

  private static long whole(Spec spec, String key, long least, long most) {
    BigDecimal value = number(spec, key);
    if (value.scale() > 0
        || value.compareTo(BigDecimal.valueOf(least)) < 0
        || value.compareTo(BigDecimal.valueOf(most)) > 0) {
      throw none(spec, key);
    }
    return value.longValueExact();
  }

  private static BigDecimal number(Spec spec, String key) {
    if (spec.options().get(key) instanceof SpecValue.Decimal number) {
      return number.value();
    }
    throw none(spec, key);
  }

  private static IllegalArgumentException none(Spec spec, String key) {
    return new IllegalArgumentException(
        "the settings have no count of %s: %s".formatted(key, spec.options().get(key)));
  }
}
