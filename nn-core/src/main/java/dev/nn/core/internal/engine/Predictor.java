package dev.nn.core.internal.engine;

import dev.nn.core.internal.architecture.Architecture;
import dev.nn.core.internal.architecture.PluginFailure;
import dev.nn.core.internal.architecture.Stage;
import dev.nn.core.internal.engine.BatchMemory.KeepZ;
import dev.nn.core.internal.health.UnitHealth;
import dev.nn.core.internal.split.Panels;
import dev.nn.core.internal.split.Sharing;
import dev.nn.math.Matrix;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Does the forward pass alone, for a limited number of rows at a time. One instance serves one
 * thread at a time. The passes for each number of rows are made once and kept.
 */
public final class Predictor {
  private final Architecture architecture;
  private final BatchMemory memory;
  private final Matrix[][] scratch;
  private final @Nullable RowPass[][] passesByRows;
  private final Sharing sharing;

  /**
   * @param parameters the flat array, which may change between calls
   * @param capacity the number of rows at a time, at least 1
   * @param keepZ for which stages z is wanted as well as the activation
   */
  Predictor(Architecture architecture, float[] parameters, int capacity, KeepZ keepZ) {
    this(architecture, parameters, capacity, keepZ, null);
  }

  private Predictor(
      Architecture architecture,
      float[] parameters,
      int capacity,
      KeepZ keepZ,
      @Nullable Panels panels) {
    this.architecture = architecture;
    this.memory = BatchMemory.forPrediction(architecture, parameters, capacity, keepZ);
    this.scratch = scratch(architecture);
    this.passesByRows = new RowPass[capacity + 1][];
    this.sharing = new Sharing(panels);
  }

  /** A predictor that keeps activations only. */
  public static Predictor of(Architecture architecture, float[] parameters, int capacity) {
    return new Predictor(architecture, parameters, capacity, KeepZ.NONE);
  }

  /** The same for parameters that never change, of which there are panels. */
  static Predictor of(Architecture architecture, float[] parameters, int capacity, Panels panels) {
    return new Predictor(architecture, parameters, capacity, KeepZ.NONE, panels);
  }

  /** A predictor that keeps the pre-activations of all stages, for {@link #look}. */
  public static Predictor forInspection(
      Architecture architecture, float[] parameters, int capacity) {
    return new Predictor(architecture, parameters, capacity, KeepZ.ALL);
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
    return memory.stage(architecture.outputStage().index()).preActivation().orElseGet(this::output);
  }

  /**
   * The input of a stage after {@link #runBefore}, or after {@link #run}: capacity × its input
   * size.
   */
  Matrix inputOf(Stage stage) {
    return memory.stage(stage.index()).input();
  }

  /** Shows what a stage computed for the first rows in the last {@link #run}. */
  public void look(Stage stage, UnitHealth health, int rows) {
    StageMemory stageMemory = memory.stage(stage.index()).rows(0, rows);
    health.look(stageMemory.preActivation().orElseThrow(), stageMemory.output());
  }

  /** The switch that says whether helpers take part in the next {@link #run}. */
  Sharing sharing() {
    return sharing;
  }

  /** Predicts the first rows of {@link #features}. */
  public void run(int rows) {
    runStages(architecture.stages().size(), rows);
  }

  /** Takes the first rows of {@link #features} up to the input of a stage. */
  void runBefore(Stage stage, int rows) {
    runStages(stage.index(), rows);
  }

  private void runStages(int count, int rows) {
    RowPass[] passes = passesByRows[rows];
    if (passes == null) {
      passes = passes(rows);
      passesByRows[rows] = passes;
    }
    sharing.begin();
    try {
      for (int i = 0; i < count; i++) {
        forward(passes[i]);
      }
    } finally {
      sharing.end();
    }
  }

  private static void forward(RowPass pass) {
    try {
      pass.stage.executed().forward(pass);
    } catch (Throwable e) {
      throw PluginFailure.in(pass.stage, "forward", e);
    }
  }

  private RowPass[] passes(int rows) {
    RowPass[] passes = new RowPass[architecture.stages().size()];
    for (Stage stage : architecture.stages()) {
      int i = stage.index();
      passes[i] =
          new RowPass(
              stage,
              memory.stage(i).rows(0, rows),
              0,
              scratch[i],
              new Matrix[stage.parameters().size()],
              false,
              null,
              sharing);
    }
    return passes;
  }

  /** One worker's scratch buffers, by stage. */
  static Matrix[][] scratch(Architecture architecture) {
    Matrix[][] scratch = new Matrix[architecture.stages().size()][];
    for (Stage stage : architecture.stages()) {
      List<Integer> sizes = stage.needs().scratch();
      Matrix[] ofStage = new Matrix[sizes.size()];
      for (int i = 0; i < ofStage.length; i++) {
        ofStage[i] = Matrix.zeros(1, sizes.get(i));
      }
      scratch[stage.index()] = ofStage;
    }
    return scratch;
  }
}
