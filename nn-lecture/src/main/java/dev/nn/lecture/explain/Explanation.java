package dev.nn.lecture.explain;

import dev.nn.api.Loss;
import dev.nn.core.Model;
import java.util.ArrayList;
import java.util.List;

/**
 * One training step, written out.
 *
 * @param forward z[l] and a[l] for each layer
 * @param loss the formula of the loss, and its value
 * @param backward ∂L/∂a[l], ∂L/∂z[l], ∂L/∂W[l] and ∂L/∂b[l], from the last layer to the first
 * @param update the new W[l] and b[l]
 * @param lossBefore L
 * @param lossAfter L for the same example after the update
 * @param before the model before the update
 * @param after the model after it
 */
public record Explanation(
    List<Line> forward,
    String loss,
    List<Line> backward,
    List<Line> update,
    double lossBefore,
    double lossAfter,
    Model before,
    Model after) {

  /** Copies the lists. */
  public Explanation {
    forward = List.copyOf(forward);
    backward = List.copyOf(backward);
    update = List.copyOf(update);
  }

  /** All lines, from x to the new weights. */
  public List<Line> lines() {
    List<Line> all = new ArrayList<>(forward);
    all.addAll(backward);
    all.addAll(update);
    return all;
  }

  /** The whole step as text, to read beside the lecture. */
  public List<String> text() {
    List<String> text = new ArrayList<>();
    section(text, "Forward: l = 1..L", forward);
    text.add("Loss");
    text.add("");
    text.add("  " + loss);
    text.add("    L = " + Layout.number(lossBefore));
    text.add("");
    section(text, "Backward: l = L..1", backward);
    section(text, "Update: l = 1..L", update);
    text.add(
        "L for this example was %s and is %s now."
            .formatted(Layout.number(lossBefore), Layout.number(lossAfter)));
    return text;
  }

  private static void section(List<String> text, String title, List<Line> lines) {
    text.add(title);
    text.add("");
    for (Line line : lines) {
      line.text().forEach(part -> text.add("  " + part));
      text.add("");
    }
  }

  /** The formula of a loss, with the symbols of the lecture where it is the lecture's loss. */
  static String formula(Loss loss, int outputs) {
    if (loss.name().equals("binary_crossentropy") && outputs == 1) {
      return "L = −( y log ŷ + (1 − y) log(1 − ŷ) )";
    }
    String formula = loss.description().isEmpty() ? loss.name() : loss.description();
    boolean hasK = formula.matches("(?s).*\\bk\\b.*");
    return "L = "
        + formula
        + (hasK ? ",  k = %s, the number of targets".formatted(loss.targetColumns(outputs)) : "");
  }
}
