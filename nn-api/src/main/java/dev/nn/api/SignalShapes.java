package dev.nn.api;

import java.util.IdentityHashMap;
import java.util.List;

/** Works out the shapes of signals whose layers are no references. */
final class SignalShapes {
  private final Shape input;
  private final IdentityHashMap<Signal, Shape> known = new IdentityHashMap<>();

  SignalShapes(Shape input) {
    this.input = input;
  }

  Shape of(Signal signal) {
    Shape shape = known.get(signal);
    if (shape == null) {
      List<Shape> operands = signal.operands().stream().map(this::of).toList();
      shape =
          operands.isEmpty()
              ? input
              : signal
                  .join()
                  .map(join -> join.outputShape(operands))
                  .orElseGet(() -> signal.layer().orElseThrow().outputShape(operands.get(0)));
      known.put(signal, shape);
    }
    return shape;
  }
}
