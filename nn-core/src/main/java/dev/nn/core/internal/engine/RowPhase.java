package dev.nn.core.internal.engine;

import dev.nn.api.FusedLoss;
import dev.nn.api.Layer;
import dev.nn.api.Loss;
import dev.nn.core.internal.architecture.Architecture;
import dev.nn.core.internal.architecture.PluginFailure;
import dev.nn.core.internal.architecture.RunningLoss;
import dev.nn.core.internal.architecture.Stage;
import dev.nn.core.internal.parallel.Part;
import dev.nn.math.Matrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The first phase of a step for a batch of one size: each worker takes its rows forward through all
 * layers, through the loss, and backward through all layers. Layers that couple rows cut it into
 * parts, with a pass over columns between two meetings.
 */
final class RowPhase {
  private final int rows;
  private final int workers;

  /** Where the loss meets the network. The stages after it only pass their input on. */
  private final int lossStage;

  private final Matrix[] features;
  private final Matrix[] targets;
  private final Matrix[] predictions;
  private final Matrix[] outputZ;
  private final Matrix[] outputGradients;
  private final double[][] losses;
  private final RowPass[][] passes;
  private final ColumnRangePass[][] columnPasses;
  private final Loss loss;
  private final Loss running;
  private final @Nullable FusedLoss fused;
  private final List<Part> parts;
  private BatchSource source = (place, row, x, y) -> {};
  private double divisor = 1;

  /**
   * @param rows of the batch
   * @param targets of the largest batch
   * @param transposed transposes by stage and parameter
   */
  RowPhase(
      Architecture architecture,
      BatchMemory memory,
      Matrix targets,
      int rows,
      int workers,
      Loss loss,
      Optional<FusedLoss> fused,
      @Nullable Matrix[][] transposed,
      StepClock clock) {
    this.rows = rows;
    this.workers = workers;
    this.loss = loss;
    this.running = RunningLoss.of(loss);
    this.fused = fused.orElse(null);
    this.lossStage = (fused.isPresent() ? architecture.outputStage() : architecture.last()).index();
    this.features = new Matrix[workers];
    this.targets = new Matrix[workers];
    this.predictions = new Matrix[workers];
    this.outputZ = new Matrix[workers];
    this.outputGradients = new Matrix[workers];
    this.losses = new double[workers][];
    this.passes = new RowPass[workers][];
    this.columnPasses = new ColumnRangePass[workers][];
    for (int w = 0; w < workers; w++) {
      int from = firstRow(w);
      int to = firstRow(w + 1);
      StageMemory end = memory.stage(lossStage).rows(from, to);
      this.features[w] = memory.features().rows(from, to);
      this.targets[w] = targets.rows(from, to);
      this.predictions[w] = end.output();
      this.outputZ[w] = end.preActivation().orElse(end.output());
      this.outputGradients[w] = end.outputGradient().orElseThrow();
      this.losses[w] = new double[to - from];
      this.passes[w] = rowPasses(architecture, memory, w, transposed, clock);
      this.columnPasses[w] = columnPasses(architecture, memory, w);
    }
    this.parts = parts(architecture);
  }

  private int firstRow(int worker) {
    return (int) ((long) rows * worker / workers);
  }

  private RowPass[] rowPasses(
      Architecture architecture,
      BatchMemory memory,
      int worker,
      @Nullable Matrix[][] transposed,
      StepClock clock) {
    int from = firstRow(worker);
    int to = firstRow(worker + 1);
    Matrix[][] scratch = Predictor.scratch(architecture);
    RowPass[] result = new RowPass[architecture.stages().size()];
    for (Stage stage : architecture.stages()) {
      int i = stage.index();
      boolean isFused = fused != null && i == lossStage;
      result[i] =
          new RowPass(
              stage,
              memory.stage(i).rows(from, to),
              from,
              scratch[i],
              transposed[i],
              isFused,
              clock,
              null);
    }
    return result;
  }

  private ColumnRangePass[] columnPasses(
      Architecture architecture, BatchMemory memory, int worker) {
    return architecture.stages().stream()
        .map(
            stage -> {
              int columns = stage.input().last();
              return new ColumnRangePass(
                  stage,
                  memory.stage(stage.index()).rows(0, rows),
                  (int) ((long) columns * worker / workers),
                  (int) ((long) columns * (worker + 1) / workers));
            })
        .toArray(ColumnRangePass[]::new);
  }

  /** Cuts the way through the stages where rows are coupled. */
  private List<Part> parts(Architecture architecture) {
    List<Part> result = new ArrayList<>();
    Part current = this::read;
    int count = architecture.stages().size();
    for (int i = 0; i < count; i++) {
      int stage = i;
      Stage at = architecture.stages().get(i);
      Layer layer = at.executed();
      if (layer.couplesRows()) {
        result.add(current);
        result.add(
            of(at, "forwardColumns", worker -> layer.forwardColumns(columnPasses[worker][stage])));
        current = worker -> {};
      }
      current = then(current, of(at, "forward", worker -> layer.forward(passes[worker][stage])));
    }
    current = then(current, this::lossAndGradient);
    for (int i = lossStage; i >= 0; i--) {
      int stage = i;
      Stage at = architecture.stages().get(i);
      Layer layer = at.executed();
      if (layer.couplesRows()) {
        result.add(current);
        result.add(
            of(
                at,
                "backwardColumns",
                worker -> layer.backwardColumns(columnPasses[worker][stage])));
        current = worker -> {};
      }
      current = then(current, of(at, "backward", worker -> layer.backward(passes[worker][stage])));
    }
    result.add(current);
    return result;
  }

  /** Wraps what a layer does, so that the plugin is known if it fails. */
  private static Part of(Stage stage, String method, Part part) {
    return worker -> {
      try {
        part.run(worker);
      } catch (Throwable e) {
        throw PluginFailure.in(stage, method, e);
      }
    };
  }

  private static Part then(Part first, Part second) {
    return worker -> {
      first.run(worker);
      second.run(worker);
    };
  }

  /** What the crew goes through. */
  List<Part> parts() {
    return parts;
  }

  /** Says where the next batch comes from. */
  void source(BatchSource source, EngineSettings.Averaging averaging) {
    this.source = source;
    this.divisor = averaging.divisor(source, rows);
  }

  private void read(int worker) {
    int from = firstRow(worker);
    for (int i = 0; i < features[worker].rows(); i++) {
      source.read(from + i, i, features[worker], targets[worker]);
    }
  }

  private void lossAndGradient(int worker) {
    Matrix gradient = outputGradients[worker];
    try {
      if (fused != null) {
        fused.value(outputZ[worker], targets[worker], losses[worker]);
        fused.gradient(outputZ[worker], predictions[worker], targets[worker], gradient);
      } else {
        running.value(predictions[worker], targets[worker], losses[worker]);
        running.gradient(predictions[worker], targets[worker], gradient);
      }
    } catch (Throwable e) {
      throw PluginFailure.of(loss, "value or gradient", e);
    }
    for (int i = 0; i < gradient.rows(); i++) {
      double weight = source.weight(firstRow(worker) + i);
      losses[worker][i] *= weight;
      scaleRow(gradient, i, (float) (weight / divisor));
    }
  }

  private static void scaleRow(Matrix matrix, int row, float factor) {
    float[] data = matrix.data();
    int start = matrix.rowStart(row);
    for (int j = start; j < start + matrix.columns(); j++) {
      data[j] *= factor;
    }
  }

  /** The batch's loss Σ wᵢ ℓᵢ / n, or divided by Σ wᵢ, summed in row order. */
  double meanLoss() {
    double sum = 0;
    for (double[] part : losses) {
      for (double rowLoss : part) {
        sum += rowLoss;
      }
    }
    return sum / divisor;
  }
}
