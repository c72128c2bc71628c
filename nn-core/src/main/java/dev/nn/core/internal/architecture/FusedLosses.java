package dev.nn.core.internal.architecture;

import dev.nn.api.Activation;
import dev.nn.api.FusedLoss;
import dev.nn.api.Loss;
import java.util.Optional;

/** Asks losses for their closed form with the output of a network. */
public final class FusedLosses {
  private FusedLosses() {}

  /** The loss and the activation of the output in one closed form, if the loss has one. */
  public static Optional<FusedLoss> of(Architecture architecture, Loss loss) {
    Optional<Activation> output = architecture.outputStage().layer().outputActivation();
    try {
      return output.flatMap(loss::fuse);
    } catch (Throwable e) {
      throw PluginFailure.of(loss, "fuse", e);
    }
  }
}
