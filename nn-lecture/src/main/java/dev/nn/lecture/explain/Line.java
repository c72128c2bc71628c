package dev.nn.lecture.explain;

import dev.nn.math.Matrix;
import java.util.List;

/**
 * A formula of the lecture with its numbers.
 *
 * @param symbol what it gives, such as {@code ∂L/∂W[1]}
 * @param rule the formula: {@code ∂L/∂W[1] = ∂L/∂z[1] · a[0]ᵀ}
 * @param parts the numbers in place of the symbols; the last is what the formula gives
 */
public record Line(String symbol, String rule, List<Part> parts) {

  /** Copies the list. */
  public Line {
    parts = List.copyOf(parts);
  }

  /** What the formula gives, as the engine computed it. */
  public Matrix value() {
    return parts.get(parts.size() - 1).matrix();
  }

  /** The formula and, below it, its numbers in brackets. */
  public List<String> text() {
    Layout layout = new Layout();
    for (Part part : parts) {
      layout.sign(part.sign());
      layout.matrix(part.matrix());
    }
    return layout.under(rule);
  }
}
