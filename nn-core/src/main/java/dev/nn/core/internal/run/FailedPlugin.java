package dev.nn.core.internal.run;

import dev.nn.api.NnException;
import dev.nn.core.internal.architecture.PluginFailure;
import dev.nn.core.internal.engine.Divergence;
import dev.nn.core.plugin.Culprit;
import dev.nn.core.training.TrainingException;
import java.util.List;
import java.util.function.Supplier;

/** Tells users which plugin failed and where it came from. */
public final class FailedPlugin {
  private FailedPlugin() {}

  /** Returns the failure in words. What the plugin threw is the cause. */
  public static NnException named(PluginFailure failure) {
    return Culprit.exception(failure.suspects(), failure.doing(), failure.thrown());
  }

  /** Does something that calls plugins, and names the one that fails. */
  public static <T> T naming(Supplier<T> work) {
    try {
      return work.get();
    } catch (PluginFailure e) {
      throw named(e);
    }
  }

  /**
   * The failure of a run.
   *
   * @param epoch from 1
   * @param step from 1
   */
  public static NnException inTraining(PluginFailure failure, int epoch, long step) {
    NnException named = named(failure);
    return named == failure.thrown()
        ? named
        : new TrainingException(
            epoch, step, failure.layer(), String.valueOf(named.getMessage()), failure.thrown());
  }

  /** Why a run has diverged, with the plugins of others that may be why. */
  public static String problem(Divergence divergence) {
    List<String> strangers = Culprit.strangers(divergence.suspects());
    return strangers.isEmpty()
        ? divergence.problem()
        : divergence.problem() + " (computed with " + String.join(" and ", strangers) + ")";
  }
}
