package dev.nn.core.internal.shard;

import dev.nn.api.DataException;
import dev.nn.api.Layer;
import dev.nn.api.Loss;
import dev.nn.api.Shape;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.dataset.Targets;
import dev.nn.core.internal.architecture.Architecture;
import dev.nn.core.internal.architecture.PluginFailure;
import dev.nn.core.internal.run.DataCheck;
import dev.nn.core.internal.run.FailedPlugin;
import dev.nn.math.Matrix;
import java.util.List;

/** Says whether rows can be learnt from, before and while they are put into shards. */
public final class RowCheck {
  private final Architecture network;
  private final Loss loss;

  public RowCheck(Architecture network, Loss loss) {
    this.network = network;
    this.loss = loss;
  }

  /**
   * Checks what can be checked without looking at a row.
   *
   * @throws dev.nn.api.ShapeException if such targets do not fit the network or the loss
   */
  public void targets(Targets targets) {
    FailedPlugin.naming(
        () -> {
          DataCheck.checkOutputsCanChange(network);
          DataCheck.check(network, loss, new Facts(network.input(), targets), "training");
          return targets;
        });
  }

  /**
   * Checks a row.
   *
   * @throws DataException if a layer or the loss cannot take it
   */
  public void row(float[] features, float[] target) {
    List<Layer> first = network.first();
    try {
      for (Layer layer : first) {
        layer.checkFeatures(features);
      }
      loss.checkTarget(target);
    } catch (IllegalArgumentException e) {
      throw new DataException(String.valueOf(e.getMessage()), e);
    } catch (Throwable e) {
      throw FailedPlugin.named(PluginFailure.of(first.get(0), loss, "its check of a row", e));
    }
  }

  /** A data set of which nobody reads a row. */
  private static final class Facts implements Dataset {
    private final Shape shape;
    private final Targets targets;

    Facts(Shape shape, Targets targets) {
      this.shape = shape;
      this.targets = targets;
    }

    @Override
    public int rows() {
      return 1;
    }

    @Override
    public Shape shape() {
      return shape;
    }

    @Override
    public Targets targets() {
      return targets;
    }

    @Override
    public void readFeatures(int row, Matrix into, int at) {
      throw new UnsupportedOperationException("a row is asked for, of which only facts are known");
    }

    @Override
    public void readTarget(int row, Matrix into, int at) {
      throw new UnsupportedOperationException("a row is asked for, of which only facts are known");
    }
  }
}
