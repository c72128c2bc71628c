package dev.nn.examples.training;

import dev.nn.core.metric.Metrics;
import dev.nn.examples.data.ImageData;
import dev.nn.examples.terminal.Terminal;
import dev.nn.examples.terminal.TextBlocks;
import dev.nn.math.Matrix;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The pictures that were taken for another class, those first of which the network was surest. */
final class Misread {
  private static final int GAP = 4;
  private static final int INDENT = 2;

  /** Tolerance for a sum of rounded probabilities. */
  private static final double ROUNDING = 1e-3;

  /**
   * A picture that was taken for another class.
   *
   * @param output the network's number for the class that was read
   * @param isProbability whether that number is a probability: without softmax in the last layer it
   *     can be any number
   */
  private record Mistake(int row, int actual, int read, float output, boolean isProbability) {
    String words() {
      String words = "a " + actual + ", read as " + (read < 0 ? "nothing: NaN" : read);
      return isProbability ? words + String.format(Locale.ROOT, " (%.0f %%)", 100 * output) : words;
    }
  }

  private final List<Mistake> mistakes;

  private Misread(List<Mistake> mistakes) {
    this.mistakes = mistakes;
  }

  /**
   * Finds the mistakes.
   *
   * @param predictions a row for each picture, with probabilities if the last layer has softmax
   * @param targets one-hot rows
   */
  static Misread of(Matrix predictions, Matrix targets) {
    List<Mistake> mistakes = new ArrayList<>();
    for (int i = 0; i < targets.rows(); i++) {
      int actual = Metrics.argMax(targets, i);
      int read = Metrics.argMax(predictions, i);
      if (read != actual) {
        mistakes.add(
            new Mistake(
                i,
                actual,
                read,
                read < 0 ? Float.NaN : predictions.get(i, read),
                isProbabilities(predictions.row(i))));
      }
    }
    mistakes.sort(Comparator.comparing(Mistake::output).reversed());
    return new Misread(mistakes);
  }

  private static boolean isProbabilities(float[] outputs) {
    double sum = 0;
    for (float output : outputs) {
      if (output < 0) {
        return false;
      }
      sum += output;
    }
    return Math.abs(sum - 1) <= ROUNDING;
  }

  int count() {
    return mistakes.size();
  }

  /** Draws the first few side by side, each with its class and the class that was read. */
  void draw(ImageData data, int most, Terminal terminal) {
    if (mistakes.isEmpty()) {
      terminal.out().println("No picture was misread.");
      return;
    }
    int shown = Math.min(most, mistakes.size());
    terminal.out().println();
    terminal
        .out()
        .println(
            shown < mistakes.size()
                ? "The " + shown + " surest mistakes:"
                : shown == 1 ? "The only mistake:" : "All mistakes:");
    List<List<String>> pictures = new ArrayList<>();
    pictures.add(List.of(" ".repeat(INDENT)));
    mistakes.stream().limit(shown).forEach(mistake -> pictures.add(picture(mistake, data)));
    TextBlocks.beside(pictures, GAP).forEach(terminal.out()::println);
  }

  private static List<String> picture(Mistake mistake, ImageData data) {
    Matrix pixels = Matrix.zeros(1, data.test().shape().size());
    data.test().readFeatures(mistake.row, pixels, 0);
    List<String> lines = new ArrayList<>(data.art().draw(pixels.row(0), data.width()));
    lines.add(mistake.words());
    return lines;
  }
}
