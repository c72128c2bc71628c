package dev.nn.core.internal.shard;

import dev.nn.api.DataException;
import dev.nn.api.Layer;
import dev.nn.api.Loss;
import dev.nn.core.dataset.Targets;
import dev.nn.core.internal.architecture.Architecture;
import dev.nn.core.internal.architecture.PluginFailure;
import dev.nn.core.internal.run.DataCheck;
import dev.nn.core.internal.run.FailedPlugin;
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
          DataCheck.checkTargets(network, loss, targets, "training");
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
}
