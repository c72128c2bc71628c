package dev.nn.core.dataset;

import dev.nn.api.DataException;
import dev.nn.core.message.Plural;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What the targets of a data set are: {@link Classes}, yes or no ({@link Binary}), or {@link Real}
 * numbers. They tell the loss how many columns a target has, and people what a prediction means.
 */
public sealed interface Targets {

  /** Returns the number of columns that a target has for the loss. */
  int columns();

  /**
   * Returns what a prediction means in words. For classes it is the label of the class with the
   * largest number, the first of them if several are equal. For yes or no it is the word for yes if
   * the one number is above one half, else the word for no.
   *
   * <pre>{@code
   * Targets targets = new Targets.Classes(List.of("cat", "dog"));
   * targets.label(new float[] {0.2f, 0.8f}); // dog
   * }</pre>
   *
   * @param prediction the outputs of a network for one example
   * @throws IllegalStateException if the prediction does not fit, these targets have no labels, or
   *     a number is NaN, which is no answer
   */
  String label(float[] prediction);

  /**
   * One of k classes; a target is a one-hot row with k columns.
   *
   * @param labels the names of the classes, by class index
   */
  record Classes(List<String> labels) implements Targets {
    /** Texts show at most this many labels. */
    private static final int SHOWN = 10;

    public Classes {
      labels = List.copyOf(labels);
      if (labels.size() < 2) {
        throw new DataException("at least 2 classes are needed, got " + labels);
      }
    }

    /** Returns classes that are named by their index: 0, 1, …. */
    public static Classes numbered(int count) {
      return new Classes(IntStream.range(0, count).mapToObj(String::valueOf).toList());
    }

    @Override
    public int columns() {
      return labels.size();
    }

    @Override
    public String label(float[] prediction) {
      Answer.check(prediction, labels.size());
      return labels.get(Answer.largest(prediction));
    }

    /** Returns the number of classes and their labels: {@code 3 classes: a, b, c}. */
    @Override
    public String toString() {
      String shown = labels.stream().limit(SHOWN).collect(Collectors.joining(", "));
      return labels.size() + " classes: " + shown + (labels.size() > SHOWN ? ", …" : "");
    }
  }

  /**
   * Yes or no; a target is one column with 0 or 1.
   *
   * @param no what 0 means
   * @param yes what 1 means
   */
  record Binary(String no, String yes) implements Targets {
    /** A prediction above this is a yes. */
    private static final double HALF = 0.5;

    public Binary {
      Objects.requireNonNull(no, "no");
      Objects.requireNonNull(yes, "yes");
      if (no.equals(yes)) {
        throw new DataException("no and yes need different words, both are \"" + no + "\"");
      }
    }

    /** Creates targets without words of their own, whose labels are 0 and 1. */
    public Binary() {
      this("0", "1");
    }

    @Override
    public int columns() {
      return 1;
    }

    @Override
    public String label(float[] prediction) {
      return label(prediction, HALF);
    }

    /**
     * Returns the label that a prediction means if another number than one half divides yes from
     * no, such as 0 after training with a hinge loss.
     */
    public String label(float[] prediction, double threshold) {
      Answer.check(prediction, 1);
      return prediction[0] > threshold ? yes : no;
    }

    /** Returns the two words: {@code yes or no: benign = 0, malignant = 1}. */
    @Override
    public String toString() {
      return equals(new Binary()) ? "yes or no" : "yes or no: %s = 0, %s = 1".formatted(no, yes);
    }
  }

  /**
   * Several labels that may hold at once; a target has a column of 0 or 1 for each. They go with
   * the loss {@code binary_crossentropy} and a last layer of so many sigmoid units.
   *
   * @param labels the names of the labels, by column
   */
  record MultiLabel(List<String> labels) implements Targets {
    /** So many labels are shown in texts. */
    private static final int SHOWN = 10;

    /** Above which a label holds. */
    private static final double HALF = 0.5;

    public MultiLabel {
      labels = List.copyOf(labels);
      if (labels.isEmpty()) {
        throw new DataException("at least 1 label is needed");
      }
      if (new HashSet<>(labels).size() < labels.size()) {
        throw new DataException("each label needs a name of its own: " + labels);
      }
    }

    /** Labels named by their index: 0, 1, …. */
    public static MultiLabel numbered(int count) {
      return new MultiLabel(IntStream.range(0, count).mapToObj(String::valueOf).toList());
    }

    @Override
    public int columns() {
      return labels.size();
    }

    /** The labels that hold, with commas between; nothing if none does. */
    @Override
    public String label(float[] prediction) {
      return String.join(", ", holding(prediction, HALF));
    }

    /**
     * The labels that hold by a prediction.
     *
     * @param threshold above which a label holds, such as one half
     * @throws IllegalStateException if the prediction does not fit, or a number is NaN
     */
    public List<String> holding(float[] prediction, double threshold) {
      Answer.check(prediction, labels.size());
      return IntStream.range(0, labels.size())
          .filter(i -> prediction[i] > threshold)
          .mapToObj(labels::get)
          .toList();
    }

    /** How many there are and their names: {@code 3 labels at once: a, b, c}. */
    @Override
    public String toString() {
      String shown = labels.stream().limit(SHOWN).collect(Collectors.joining(", "));
      return Plural.of(labels.size(), "label")
          + " at once: "
          + shown
          + (labels.size() > SHOWN ? ", …" : "");
    }
  }

  /**
   * Real numbers, one for each column.
   *
   * @param columns how many
   * @param names what each is; empty if that is not known
   */
  record Real(int columns, List<String> names) implements Targets {
    public Real {
      names = List.copyOf(names);
      if (!names.isEmpty() && names.size() != columns) {
        throw new DataException(
            "%s for %s: %s"
                .formatted(
                    Plural.of(names.size(), "name"), Plural.of(columns, "real number"), names));
      }
      if (new HashSet<>(names).size() < names.size()) {
        throw new DataException("each number needs a name of its own: " + names);
      }
    }

    /** Numbers without names. */
    public Real(int columns) {
      this(columns, List.of());
    }

    @Override
    public String label(float[] prediction) {
      throw new IllegalStateException(
          "this model predicts %s, not a class; call predict"
              .formatted(Plural.of(columns, "number")));
    }

    /** How many, and what they are if that is known: {@code 2 real numbers: width, height}. */
    @Override
    public String toString() {
      return Plural.of(columns, "real number")
          + (names.isEmpty() ? "" : ": " + String.join(", ", names));
    }
  }
}
