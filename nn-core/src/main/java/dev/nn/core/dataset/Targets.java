package dev.nn.core.dataset;

import dev.nn.api.DataException;
import dev.nn.core.message.Plural;
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
   * One or several real numbers.
   *
   * @param columns how many numbers each target has
   */
  record Real(int columns) implements Targets {
    @Override
    public String label(float[] prediction) {
      throw new IllegalStateException(
          "this model predicts %s, not a class; call predict"
              .formatted(Plural.of(columns, "number")));
    }

    /** Returns how many numbers there are: {@code 2 real numbers}. */
    @Override
    public String toString() {
      return Plural.of(columns, "real number");
    }
  }
}
