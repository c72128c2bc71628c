package dev.nn.api;

import java.util.Set;

/**
 * A named piece of mathematics: an activation, an initializer, a layer, a loss, an optimizer or a
 * schedule.
 *
 * <p>A plugin is a small immutable value, best written as a record. It knows its name and its
 * hyper-parameters and computes with arrays that its caller owns; it keeps no weights, no buffers
 * and no random state, so one instance serves any number of threads and networks at once.
 *
 * <p><b>Discovery.</b> A provider is a public class with a public constructor without arguments,
 * which gives the default hyper-parameters. It is registered as a service of its kind with {@code
 * provides … with …} in {@code module-info.java} and with a line in {@code META-INF/services/}
 * followed by the name of the kind's interface; a jar that is used on the class path only needs the
 * second alone.
 *
 * <p><b>Laws.</b> {@code p.withOptions(p.options()).equals(p)}; and a spec that was printed reads
 * back as an equal plugin.
 */
public sealed interface Plugin permits Activation, Initializer, Layer, Loss, Optimizer, Schedule {

  /**
   * The version of this service-provider interface. A provider that was compiled against a newer
   * version than the one that loads it is refused; see {@link #spiVersion()}.
   */
  int SPI_VERSION = 1;

  /**
   * The name by which specs and files refer to this plugin: {@code [a-z][a-z0-9_]*}, which a third
   * party may qualify with a prefix and a dot, as in {@code acme.mish}. A name identifies the
   * mathematics: who takes the name of a built-in plugin computes the same function.
   */
  String name();

  /** Other names that are accepted when a spec is read. They are never printed. */
  default Set<String> aliases() {
    return Set.of();
  }

  /**
   * One line for lists and messages: the formula. The built-in plugins write it with signs such as
   * · − √ ², and options by their names: alpha·(e^z − 1).
   */
  default String description() {
    return "";
  }

  /** Every hyper-parameter with its name, type and value. */
  default Options options() {
    return Options.NONE;
  }

  /**
   * A plugin of the same name with other hyper-parameters.
   *
   * @param complete a value of the declared type for each of the names in {@link #options()}; names
   *     and types were checked by the caller
   * @throws IllegalArgumentException if a value is out of its range; the message says which range
   *     is allowed
   */
  Plugin withOptions(Options complete);

  /**
   * The lowest {@link #SPI_VERSION} that this plugin needs. A plugin that uses what version
   * <i>n</i> brought returns {@code n}; an older framework then refuses it with a message that says
   * so.
   */
  default int spiVersion() {
    return 1;
  }
}
