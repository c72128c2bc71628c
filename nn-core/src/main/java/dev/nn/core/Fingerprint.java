package dev.nn.core;

import dev.nn.api.NnException;
import dev.nn.api.Printable;
import dev.nn.api.Spec;
import dev.nn.api.SpecValue;
import dev.nn.core.engine.Clipping;
import dev.nn.core.file.Checksums;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What decides the weights that a run comes to, as text: two runs with the same text go the same
 * way. The number of epochs is not part of it, so that a run may be made longer.
 */
final class Fingerprint {
  static final String LOSS = "loss";
  static final String OPTIMIZER = "optimizer";
  static final String BATCH_SIZE = "batch_size";
  static final String SEED = "seed";
  static final String ROWS = "rows";
  static final String EARLY_STOPPING = "early_stopping";
  static final String PATIENCE = "patience";
  static final String MIN_DELTA = "min_delta";

  private static final String DATA = "data_hash";
  private static final String VALIDATION = "validation_hash";
  private static final String CLASS_WEIGHTS = "class_weights";

  /** Longer lists stand as their hash: a text has room for so many values only. */
  private static final int MOST_NUMBERS = 1_000;

  private Fingerprint() {}

  /**
   * The text of a run.
   *
   * @param rows number of its training examples
   * @param data what they are, as {@link DataHash} tells
   * @param validation what the validation examples are, if there are any
   */
  static String of(
      TrainingSettings settings, int rows, DataHash data, Optional<DataHash> validation) {
    Clipping clipping = settings.clipping();
    return Spec.of("training")
        .with(LOSS, Spec.of(settings.loss()))
        .with(OPTIMIZER, Spec.of(settings.optimizer()))
        .with(BATCH_SIZE, new SpecValue.Decimal((long) settings.batchSize()))
        .with(SEED, new SpecValue.Decimal(settings.seed()))
        .with("shuffle", new SpecValue.Flag(settings.shuffle()))
        .with(ROWS, new SpecValue.Decimal((long) rows))
        .with(DATA, text(data))
        .with(
            VALIDATION, validation.<SpecValue>map(Fingerprint::text).orElseGet(SpecValue.None::new))
        .with("validation_split", new SpecValue.Decimal(settings.validationSplit()))
        .with("clip_value", bound(clipping.value()))
        .with(clipping.isGlobal() ? "global_clip_norm" : "clip_norm", bound(clipping.norm()))
        .with(CLASS_WEIGHTS, shortened(numbers(settings.classWeights())))
        .with(
            EARLY_STOPPING,
            settings
                .earlyStopping()
                .<SpecValue>map(Fingerprint::spec)
                .orElseGet(SpecValue.None::new))
        .toString();
  }

  private static SpecValue.Text text(DataHash hash) {
    return new SpecValue.Text(hash.value());
  }

  private static SpecValue bound(double value) {
    return Double.isInfinite(value) ? new SpecValue.None() : new SpecValue.Decimal(value);
  }

  private static SpecValue shortened(SpecValue value) {
    if (!(value instanceof SpecValue.Items items && items.values().size() > MOST_NUMBERS)) {
      return value;
    }
    byte[] text = items.toString().getBytes(StandardCharsets.US_ASCII);
    String hash = HexFormat.of().formatHex(Checksums.sha256().digest(text));
    return new SpecValue.Text(items.values().size() + " numbers, sha256 " + hash);
  }

  private static SpecValue numbers(List<Double> numbers) {
    return new SpecValue.Items(
        numbers.stream().<SpecValue>map(number -> new SpecValue.Decimal((double) number)).toList());
  }

  private static Spec spec(EarlyStopping rule) {
    return Spec.of(EARLY_STOPPING)
        .with(PATIENCE, new SpecValue.Decimal((long) rule.patience()))
        .with(MIN_DELTA, new SpecValue.Decimal(rule.minDelta()));
  }

  /**
   * Compares the texts of a run that is to go on, then and now.
   *
   * @throws NnException if they differ; the message shows in what
   */
  static void check(String then, String now) {
    Spec before = Spec.parse(then);
    Spec after = Spec.parse(now);
    String settings = settingsDifference(before, after);
    if (!settings.isEmpty()) {
      throw new NnException(
          Printable.lines(
              "the state was made with other settings:\n"
                  + settings
                  + "\ngive the run the settings that it was started with, or start a new one"));
    }
    if (differs(DATA, before, after)) {
      throw new NnException(
          "the state was made with other training examples, as many as there are now but not the"
              + " same: give the run the examples that it was started with, or start a new one");
    }
    if (differs(VALIDATION, before, after)) {
      throw new NnException(
          "the state was made %s: give the run what it was started with, or start a new one"
              .formatted(
                  before.options().get(VALIDATION) instanceof SpecValue.None
                      ? "without validation examples"
                      : "with other validation examples than there are now"));
    }
  }

  /** Whether two states may be of one run, by their texts. */
  static boolean isOfOneRun(String one, String other) {
    Spec first = Spec.parse(one);
    Spec second = Spec.parse(other);
    return settingsDifference(first, second).isEmpty()
        && !differs(DATA, first, second)
        && !differs(VALIDATION, first, second);
  }

  /**
   * States of early versions say less of their examples, which then cannot be held against them.
   */
  private static boolean differs(String hash, Spec one, Spec other) {
    SpecValue first = one.options().get(hash);
    SpecValue second = other.options().get(hash);
    return first != null && second != null && !first.equals(second);
  }

  private static String settingsDifference(Spec one, Spec other) {
    return SettingsDifference.of(settings(one).toString(), settings(other).toString());
  }

  /** A text without the examples, and with its long lists as all texts have them now. */
  private static Spec settings(Spec fingerprint) {
    Spec result = Spec.of(fingerprint.name());
    for (Map.Entry<String, SpecValue> option : fingerprint.options().entrySet()) {
      String key = option.getKey();
      if (!key.equals(DATA) && !key.equals(VALIDATION)) {
        SpecValue value = option.getValue();
        result = result.with(key, key.equals(CLASS_WEIGHTS) ? shortened(value) : value);
      }
    }
    return result;
  }
}
