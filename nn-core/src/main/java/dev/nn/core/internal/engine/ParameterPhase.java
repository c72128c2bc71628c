package dev.nn.core.internal.engine;

import dev.nn.api.Optimizer;
import dev.nn.api.Parameter;
import dev.nn.core.internal.architecture.ParameterSlot;
import dev.nn.core.internal.architecture.PlainDescent;
import dev.nn.core.internal.architecture.PluginFailure;
import dev.nn.core.internal.architecture.Stage;
import dev.nn.core.internal.parallel.Part;
import dev.nn.core.internal.parallel.TileQueue;
import dev.nn.math.Matrix;
import dev.nn.math.kernel.Kernels;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The second phase of a step: gradients of tiles, each summed over all rows of the batch, and
 * updates. With an optimizer that works element by element both happen tile by tile, while the tile
 * is in cache; one that needs whole tensors waits for all gradients. Plain gradient descent does
 * both in one pass over the weights.
 */
final class ParameterPhase {
  private static final Kernels KERNELS = Kernels.active();

  private final TrainingArrays arrays;
  private final Optimizer optimizer;
  private final List<Tile> tiles;
  private final UpdateTile[] updates;
  private final List<ParameterSlot> tensors;
  private final UpdateTile[] tensorUpdates;
  private final Clipping clipping;
  private final EngineSettings.Averaging averaging;
  private final GradientNorms norms;
  private final double[] penalties;
  private final Matrix[] weights;
  private final @Nullable Matrix[] transposes;
  private final boolean[] isFinite;
  private final boolean[] descends;

  ParameterPhase(
      TrainingArrays arrays,
      EngineSettings settings,
      StepClock clock,
      @Nullable Matrix[][] transposed) {
    this.arrays = arrays;
    this.optimizer = settings.optimizer();
    this.clipping = settings.clipping();
    this.averaging = settings.averaging();
    this.tiles = Tile.of(arrays.architecture());
    this.norms = new GradientNorms(clipping, tiles, arrays.gradients());
    this.penalties = new double[tiles.size()];
    this.isFinite = new boolean[tiles.size()];
    this.descends = new boolean[tiles.size()];
    this.updates =
        tiles.stream()
            .map(tile -> arrays.updateTile(clock, tile.slot(), tile.from(), tile.to(), settings))
            .toArray(UpdateTile[]::new);
    this.tensors =
        arrays.architecture().parameters().stream()
            .filter(slot -> slot.parameter().trainable())
            .toList();
    this.tensorUpdates =
        tensors.stream()
            .map(
                slot ->
                    arrays.updateTile(
                        clock, slot, slot.offset(), slot.offset() + slot.size(), settings))
            .toArray(UpdateTile[]::new);
    this.weights =
        tiles.stream().map(tile -> part(tile, arrays.parameters())).toArray(Matrix[]::new);
    this.transposes = new Matrix[tiles.size()];
    boolean isPlain = PlainDescent.is(optimizer) && !clipping.clipsValues();
    for (int t = 0; t < transposes.length; t++) {
      transposes[t] = transposed(tiles.get(t), transposed);
      descends[t] = isPlain && !hasPenalty(tiles.get(t).slot().parameter());
    }
  }

  /** The passes over a batch of one size, by tile. */
  TilePass[] tilePasses(BatchMemory memory, int rows) {
    return tiles.stream()
        .map(
            tile ->
                new TilePass(
                    tile,
                    memory.stage(tile.stage().index()).rows(0, rows),
                    part(tile, arrays.gradients()),
                    averaging.penaltyShare(rows)))
        .toArray(TilePass[]::new);
  }

  /**
   * What the crew goes through after the row phase.
   *
   * @param passes the tile passes of the batch's size
   * @param workers how many workers take part
   * @param queue hands out the tiles, refilled before
   */
  List<Part> parts(TilePass[] passes, int workers, TileQueue queue) {
    if (isFused()) {
      IntConsumer step = tile -> step(tile, passes);
      return List.of(worker -> queue.work(worker, step));
    }
    return parts(tile -> clippedGradient(tile, passes), workers, queue);
  }

  /** The gradients of all tiles by one worker, not clipped, and no update. */
  Part gradients(TilePass[] passes) {
    return forTiles(shares(1), tile -> gradient(tile, passes));
  }

  /** The phase for one worker if the gradients are there already, penalties included. */
  List<Part> updates(TileQueue queue) {
    return parts(this::clip, 1, queue);
  }

  private List<Part> parts(IntConsumer gradient, int workers, TileQueue queue) {
    int[] shares = shares(workers);
    IntConsumer rest = isFused() ? this::update : norms::measure;
    IntConsumer task =
        tile -> {
          gradient.accept(tile);
          rest.accept(tile);
        };
    List<Part> parts = new ArrayList<>();
    parts.add(worker -> queue.work(worker, task));
    if (isFused()) {
      return parts;
    }
    if (optimizer.granularity() == Optimizer.Granularity.ELEMENT) {
      parts.add(scaling(shares, this::update));
    } else {
      parts.add(scaling(shares, tile -> {}));
      parts.add(worker -> updateTensors(worker, workers));
      parts.add(forTiles(shares, this::finish));
    }
    return parts;
  }

  /**
   * The division of the tiles among workers: the first tile of each worker, and the number of tiles
   * at the end.
   */
  int[] shares(int workers) {
    return Tile.shares(tiles, workers);
  }

  /** Clips each tile by the norms and then does something with it. */
  private Part scaling(int[] shares, IntConsumer then) {
    return worker -> {
      double total = norms.total();
      for (int t = shares[worker]; t < shares[worker + 1]; t++) {
        norms.scale(t, total);
        then.accept(t);
      }
    };
  }

  /** Whether a tile can be updated as soon as its gradient is there. */
  private boolean isFused() {
    return optimizer.granularity() == Optimizer.Granularity.ELEMENT && !clipping.clipsNorms();
  }

  /** The first layer whose weights were no longer finite after the last update, if there is one. */
  Optional<Stage> diverged() {
    for (int t = 0; t < isFinite.length; t++) {
      if (!isFinite[t]) {
        return Optional.of(tiles.get(t).stage());
      }
    }
    return Optional.empty();
  }

  /**
   * The penalties Σ λ₁ |w| + λ₂ w² of the weights before the last update, summed in the order of
   * the tiles.
   */
  double penalty() {
    double sum = 0;
    for (double penalty : penalties) {
      sum += penalty;
    }
    return sum;
  }

  private static Part forTiles(int[] shares, IntConsumer task) {
    return worker -> {
      for (int t = shares[worker]; t < shares[worker + 1]; t++) {
        task.accept(t);
      }
    };
  }

  private void update(int tile) {
    update(updates[tile]);
    finish(tile);
  }

  private void update(UpdateTile tile) {
    try {
      optimizer.update(tile);
    } catch (Throwable e) {
      throw PluginFailure.of(optimizer, "update", e);
    }
    tile.flushSubnormals();
  }

  /** The gradient of a tile and its update. */
  private void step(int tile, TilePass[] passes) {
    if (!descends[tile]) {
      clippedGradient(tile, passes);
      update(tile);
      return;
    }
    TilePass pass = passes[tile];
    pass.postpone();
    layerGradient(pass);
    if (pass.isPostponed()) {
      isFinite[tile] = pass.descend(updates[tile].learningRate(), weights[tile]);
      updates[tile].flushSubnormals();
      refreshTranspose(tile);
    } else {
      update(tile);
    }
  }

  private static void layerGradient(TilePass pass) {
    try {
      pass.stage.executed().parameterGradient(pass);
    } catch (Throwable e) {
      throw PluginFailure.in(pass.stage, "parameterGradient", e);
    }
  }

  private void clippedGradient(int tile, TilePass[] passes) {
    gradient(tile, passes);
    clip(tile);
  }

  private void gradient(int tile, TilePass[] passes) {
    TilePass pass = passes[tile];
    layerGradient(pass);
    Parameter parameter = tiles.get(tile).slot().parameter();
    if (hasPenalty(parameter)) {
      double share = pass.penaltyShare();
      penalties[tile] = addPenalty(tiles.get(tile), parameter.l1() * share, parameter.l2() * share);
    }
  }

  private void clip(int tile) {
    if (clipping.clipsValues()) {
      clipValues(tiles.get(tile), (float) clipping.value());
    }
  }

  private static boolean hasPenalty(Parameter parameter) {
    return parameter.l1() != 0 || parameter.l2() != 0;
  }

  private double addPenalty(Tile tile, double l1, double l2) {
    float[] w = arrays.parameters();
    float[] g = arrays.gradients();
    double sum = 0;
    for (int i = tile.from(); i < tile.to(); i++) {
      g[i] += (float) (l1 * Math.signum(w[i]) + 2 * l2 * w[i]);
      sum += l1 * Math.abs(w[i]) + l2 * w[i] * w[i];
    }
    return sum;
  }

  private void clipValues(Tile tile, float bound) {
    float[] g = arrays.gradients();
    for (int i = tile.from(); i < tile.to(); i++) {
      g[i] = Math.min(Math.max(g[i], -bound), bound);
    }
  }

  private void updateTensors(int worker, int workers) {
    for (int t = worker; t < tensorUpdates.length; t += workers) {
      update(tensorUpdates[t]);
    }
  }

  private void finish(int index) {
    Tile tile = tiles.get(index);
    isFinite[index] = KERNELS.allFinite(arrays.parameters(), tile.from(), tile.to());
    refreshTranspose(index);
  }

  private void refreshTranspose(int tile) {
    Matrix target = transposes[tile];
    if (target != null) {
      KERNELS.transpose(weights[tile], target);
    }
  }

  /** The columns of a transpose that hold a tile, if the layer asked for one. */
  private static @Nullable Matrix transposed(Tile tile, @Nullable Matrix[][] transposes) {
    Matrix whole = transposes[tile.stage().index()][tile.parameter()];
    return whole == null ? null : whole.columns(tile.firstRow(), tile.firstRow() + tile.rows());
  }

  private static Matrix part(Tile tile, float[] flat) {
    return tile.slot().in(flat).rows(tile.firstRow(), tile.firstRow() + tile.rows());
  }
}
