package dev.nn.core.engine;

import dev.nn.math.Matrix;
import org.jspecify.annotations.Nullable;

/**
 * The forward pass alone, for up to so many rows at a time. One instance serves one thread at a
 * time. Passes for each number of rows are made once and kept.
 */
public final class Predictor {
  private final Architecture architecture;
  private final BatchMemory memory;
  private final Matrix[][] scratch;
  private final @Nullable RowPass[][] passesByRows;

  /**
   * @param parameters the flat array, which may change between calls
   * @param capacity rows at a time, at least 1
   * @param keepOutputZ whether {@link #outputZ} is wanted
   */
  public Predictor(
      Architecture architecture, float[] parameters, int capacity, boolean keepOutputZ) {
    this.architecture = architecture;
    this.memory = BatchMemory.forPrediction(architecture, parameters, capacity, keepOutputZ);
    this.scratch = scratch(architecture);
    this.passesByRows = new RowPass[capacity + 1][];
  }

  /** Rows at a time. */
  public int capacity() {
    return passesByRows.length - 1;
  }

  /** Where the features go before {@link #run}: capacity × input size. */
  public Matrix features() {
    return memory.features();
  }

  /** The predictions after {@link #run}: capacity × output size. */
  public Matrix output() {
    return memory.last().output();
  }

  /** z of the output layer after {@link #run}, if it has an output activation. */
  public Matrix outputZ() {
    return memory.last().preActivation().orElseGet(this::output);
  }

  /** Predicts the first rows of {@link #features}. */
  public void run(int rows) {
    RowPass[] passes = passesByRows[rows];
    if (passes == null) {
      passes = passes(rows);
      passesByRows[rows] = passes;
    }
    for (RowPass pass : passes) {
      pass.stage.layer().forward(pass);
    }
  }

  private RowPass[] passes(int rows) {
    return architecture.stages().stream()
        .map(
            stage ->
                new RowPass(
                    stage,
                    memory.stage(stage.index()).rows(0, rows),
                    0,
                    scratch[stage.index()],
                    new Matrix[stage.parameters().size()],
                    false,
                    null))
        .toArray(RowPass[]::new);
  }

  /** One worker's scratch buffers, by stage. */
  static Matrix[][] scratch(Architecture architecture) {
    return architecture.stages().stream()
        .map(
            stage ->
                stage.needs().scratch().stream()
                    .map(floats -> Matrix.zeros(1, floats))
                    .toArray(Matrix[]::new))
        .toArray(Matrix[][]::new);
  }
}
