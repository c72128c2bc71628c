package dev.nn.api;

import java.util.Set;

/**
 * A named piece of mathematics: an activation, an initializer, a layer, a loss, an optimizer or a
 * schedule.
 *
 * <p>A plugin is a small immutable value, best written as a record. It knows its name and its
 * hyper-parameters, and it computes with arrays that its caller owns. Since it keeps no weights, no
 * buffers and no random state, one instance serves any number of threads and networks at once.
 *
 * <p><b>Discovery.</b> A provider is a public class with a public constructor without arguments,
 * which gives the default hyper-parameters. On the class path it is found by its name in a file of
 * {@code META-INF/services/} that is called after the interface of its kind, such as {@code
 * META-INF/services/dev.nn.api.Activation}. On the module path it is found by a line of its {@code
 * module-info.java}:
 *
 * <pre>{@code
 * provides dev.nn.api.Activation with com.acme.Cube;
 * }</pre>
 *
 * <p>A jar that may be used either way has both.
 *
 * <p><b>Laws.</b> Two laws let the framework write a plugin down and get it back. A plugin that is
 * given its own options is the same plugin: {@code p.withOptions(p.options()).equals(p)}. And a
 * spec that was printed reads back as an equal plugin. A record whose components are its options
 * obeys both.
 */
public sealed interface Plugin permits Activation, Initializer, Layer, Loss, Optimizer, Schedule {

  /**
   * The version of this service-provider interface. A plugin whose {@link #spiVersion()} is higher
   * is refused, because it was written for a newer framework than the one that loads it.
   */
  int SPI_VERSION = 1;

  /**
   * Returns the name by which specs and files refer to this plugin.
   *
   * <p>A name consists of lower-case letters, digits and underscores and begins with a letter. A
   * third party should put a prefix and a dot before it, as in {@code acme.mish}, so that it stays
   * unique when others add plugins of their own. A name stands for the mathematics: whoever takes
   * the name of a built-in plugin has to compute the same function, or files that were saved with
   * one would mean something else with the other.
   */
  String name();

  /**
   * Returns other names that are accepted when a spec is read, such as those that another framework
   * uses. They are never printed.
   */
  default Set<String> aliases() {
    return Set.of();
  }

  /**
   * Returns one line for lists and messages, which is the formula where there is one. The built-in
   * plugins write it with signs such as · − √ ², and call options by their names: {@code alpha·(e^z
   * − 1)}.
   */
  default String description() {
    return "";
  }

  /**
   * Returns every hyper-parameter with its name, its type and the value that it has in this plugin.
   * A plugin without hyper-parameters need not override this method.
   */
  default Options options() {
    return Options.NONE;
  }

  /**
   * Returns a plugin of the same name with other hyper-parameters.
   *
   * @param complete a value of the declared type for each of the names in {@link #options()}; names
   *     and types have been checked, so that only ranges are left to check
   * @throws IllegalArgumentException if a value is out of its range; the message says which range
   *     is allowed, and the framework adds the place in the spec
   */
  Plugin withOptions(Options complete);

  /**
   * Returns the lowest {@link #SPI_VERSION} that this plugin needs. A plugin that uses what version
   * <i>n</i> brought returns {@code n}; an older framework then refuses it with a message that says
   * so, instead of failing in the middle of a run.
   */
  default int spiVersion() {
    return 1;
  }
}
