package dev.nn.core.internal.saved;

import dev.nn.api.NnException;
import dev.nn.api.Printable;
import dev.nn.api.Spec;
import dev.nn.api.SpecValue;
import dev.nn.core.internal.safetensors.Checksums;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The text that says what a run is: the names of its settings, and how two such texts compare. A
 * state may only go on with the settings that decide its weights as they were.
 */
public final class SettingsText {
  public static final String LOSS = "loss";
  public static final String OPTIMIZER = "optimizer";
  public static final String BATCH_SIZE = "batch_size";
  public static final String SEED = "seed";
  public static final String ROWS = "rows";
  public static final String EARLY_STOPPING = "early_stopping";
  public static final String PATIENCE = "patience";
  public static final String MIN_DELTA = "min_delta";
  public static final String METRIC = "metric";
  public static final String LARGER_IS_BETTER = "larger_is_better";
  public static final String KEEPS_LAST = "keeps_last";
  public static final String DATA = "data_hash";
  public static final String VALIDATION = "validation_hash";
  public static final String CLASS_WEIGHTS = "class_weights";

  /** Longer lists stand as their hash, since a text has room for so many values only. */
  private static final int MOST_NUMBERS = 1_000;

  private static final SpecValue NONE = new SpecValue.None();

  private SettingsText() {}

  /** A list of numbers as a text has it: a long one as its hash. */
  public static SpecValue shortened(SpecValue value) {
    if (!(value instanceof SpecValue.Items items && items.values().size() > MOST_NUMBERS)) {
      return value;
    }
    byte[] text = items.toString().getBytes(StandardCharsets.US_ASCII);
    String hash = HexFormat.of().formatHex(Checksums.sha256().digest(text));
    return new SpecValue.Text(items.values().size() + " numbers, sha256 " + hash);
  }

  /**
   * Compares the texts of a run that is to go on, then and now.
   *
   * @throws NnException if they differ; the message shows in what
   */
  public static void check(String then, String now) {
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
              .formatted(validationThen(before, after)));
    }
  }

  private static String validationThen(Spec before, Spec after) {
    if (before.options().get(VALIDATION) instanceof SpecValue.None) {
      return "without validation examples";
    }
    return after.options().get(VALIDATION) instanceof SpecValue.None
        ? "with validation examples, and now there are none"
        : "with other validation examples than there are now";
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
    return difference(settings(one), settings(other));
  }

  private static SpecValue comparable(String key, SpecValue value) {
    if (key.equals(CLASS_WEIGHTS)) {
      return shortened(value);
    }
    // How long to wait for an improvement says when to end, as the number of epochs does: a run
    // that was ended may go on with more patience, and no weight changes.
    return key.equals(EARLY_STOPPING) && value instanceof Spec rule
        ? without(without(rule, PATIENCE), KEEPS_LAST)
        : withoutUnset(value);
  }

  /**
   * A plugin's spec without flags that are off and options that are none, at any depth: one that an
   * older text does not have yet was added as off.
   */
  private static SpecValue withoutUnset(SpecValue value) {
    if (!(value instanceof Spec spec)) {
      return value;
    }
    Spec result = Spec.of(spec.name());
    for (Map.Entry<String, SpecValue> option : spec.options().entrySet()) {
      SpecValue inner = withoutUnset(option.getValue());
      boolean isUnset = inner.equals(NONE) || inner.equals(new SpecValue.Flag(false));
      result = isUnset ? result : result.with(option.getKey(), inner);
    }
    return result;
  }

  private static Spec without(Spec spec, String option) {
    Spec result = Spec.of(spec.name());
    for (Map.Entry<String, SpecValue> entry : spec.options().entrySet()) {
      result =
          entry.getKey().equals(option) ? result : result.with(entry.getKey(), entry.getValue());
    }
    return result;
  }

  /** A text without the examples, and with its long lists as all texts have them now. */
  private static Spec settings(Spec fingerprint) {
    Spec result = Spec.of(fingerprint.name());
    for (Map.Entry<String, SpecValue> option : fingerprint.options().entrySet()) {
      String key = option.getKey();
      if (!key.equals(DATA) && !key.equals(VALIDATION)) {
        result = result.with(key, comparable(key, option.getValue()));
      }
    }
    return result;
  }

  /**
   * A line for each setting that differs, with those options only that differ: {@code optimizer:
   * then adam(learning_rate=0.003), now adam(learning_rate=0.001)}.
   */
  static String difference(Spec before, Spec after) {
    return differing(before, after).stream()
        .map(key -> line(key, value(before, key), value(after, key)))
        .collect(Collectors.joining("\n"));
  }

  private static SortedSet<String> differing(Spec before, Spec after) {
    SortedSet<String> keys = new TreeSet<>(before.options().keySet());
    keys.addAll(after.options().keySet());
    keys.removeIf(key -> value(before, key).equals(value(after, key)));
    return keys;
  }

  private static SpecValue value(Spec spec, String key) {
    return spec.options().getOrDefault(key, NONE);
  }

  private static String line(String key, SpecValue before, SpecValue after) {
    return "%s: then %s, now %s"
        .formatted(
            key.replace('_', ' '), onlyDifferent(before, after), onlyDifferent(after, before));
  }

  /** A spec without the options that another of its name has too. */
  private static SpecValue onlyDifferent(SpecValue value, SpecValue other) {
    if (!(value instanceof Spec spec
        && other instanceof Spec otherSpec
        && spec.name().equals(otherSpec.name()))) {
      return value;
    }
    Spec result = Spec.of(spec.name());
    for (String key : differing(spec, otherSpec)) {
      result = result.with(key, onlyDifferent(value(spec, key), value(otherSpec, key)));
    }
    return result;
  }
}
