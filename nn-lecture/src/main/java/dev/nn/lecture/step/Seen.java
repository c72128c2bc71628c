package dev.nn.lecture.step;

import dev.nn.math.Matrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a {@link Watched} layer was handed during a step. */
final class Seen {
  private static final Matrix NOTHING = Matrix.zeros(0, 0);

  Matrix input = NOTHING;
  Matrix z = NOTHING;
  Matrix a = NOTHING;
  Optional<Matrix> da = Optional.empty();
  Matrix dz = NOTHING;

  /** The gradients of W and of b, in the pieces in which the engine asks for them. */
  final List<List<Rows>> gradients = List.of(new ArrayList<>(), new ArrayList<>());

  /** Some rows of a gradient. */
  record Rows(int first, Matrix values) {}

  /** The gradient of a parameter of so many rows and columns. */
  Matrix gradient(int parameter, int rows, int columns) {
    Matrix whole = Matrix.zeros(rows, columns);
    for (Rows part : gradients.get(parameter)) {
      part.values().copyTo(whole.rows(part.first(), part.first() + part.values().rows()));
    }
    return whole;
  }
}
