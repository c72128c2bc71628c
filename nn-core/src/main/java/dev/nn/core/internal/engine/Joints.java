package dev.nn.core.internal.engine;

import dev.nn.core.internal.architecture.Architecture;
import dev.nn.core.internal.architecture.ForkLayer;
import dev.nn.core.internal.architecture.JoinLayer;
import dev.nn.core.internal.architecture.Stage;
import dev.nn.core.internal.architecture.Wiring;
import dev.nn.math.Matrix;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The matrices in which joins find their operands, one for all operands of a join, and in which
 * stages leave their outputs. It serves for activations and for gradients alike.
 */
final class Joints {
  private final int rows;
  private final Map<Integer, Matrix> gathered = new HashMap<>();

  Joints(Architecture architecture, int rows) {
    this.rows = rows;
    for (Stage stage : architecture.stages()) {
      if (stage.layer() instanceof JoinLayer) {
        gathered.put(stage.index(), Matrix.padded(rows, stage.input().size()));
      }
    }
  }

  /** What a join takes, if the stage is one. */
  Optional<Matrix> gathered(Stage stage) {
    return Optional.ofNullable(gathered.get(stage.index()));
  }

  /** Where the output of a stage goes. That of a fork has a part for each of its ways. */
  Matrix output(Stage stage) {
    int columns = stage.output().size();
    Wiring wiring = stage.wiring();
    if (wiring.join() != Wiring.NONE) {
      Matrix whole = gathered.get(wiring.join());
      if (whole != null) {
        return whole.columns(wiring.joinColumn(), wiring.joinColumn() + columns);
      }
    }
    int ways = stage.layer() instanceof ForkLayer fork ? fork.ways() : 1;
    return Matrix.padded(rows, ways * columns);
  }
}
