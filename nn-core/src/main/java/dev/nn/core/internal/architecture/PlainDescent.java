package dev.nn.core.internal.architecture;

import dev.nn.api.Optimizer;
import dev.nn.api.OptionType;
import dev.nn.api.Options;
import java.util.Set;

/** Recognizes the optimizer whose update is w ← w − α·g and nothing else. */
public final class PlainDescent {
  private static final Set<String> SGD_OPTIONS =
      Set.of("learning_rate", "momentum", "nesterov", "weight_decay", "coupled_decay");

  private PlainDescent() {}

  /**
   * Whether this is sgd without momentum and weight decay. A name stands for its formula, so the
   * name and the options are enough to tell.
   */
  public static boolean is(Optimizer optimizer) {
    Options options = optimizer.options();
    return optimizer.name().equals("sgd")
        && options.names().equals(SGD_OPTIONS)
        && isZero(options, "momentum")
        && isZero(options, "weight_decay");
  }

  private static boolean isZero(Options options, String name) {
    return options.type(name).equals(OptionType.Scalar.REAL) && options.real(name) == 0;
  }
}
