package dev.nn.api;

/**
 * A plugin known by its spec only, as made by {@link Activation#named}, {@link Initializer#named},
 * {@link Schedule#named} and {@link Schedule#constant}. A registry replaces it by the plugin itself
 * when a network or a trainer is built; until then it cannot compute.
 */
public sealed interface Reference
    permits ActivationReference, InitializerReference, ScheduleReference {

  /** What is referred to. */
  Spec spec();

  /** The error of a reference that is asked to compute. */
  default IllegalStateException unresolved() {
    return new IllegalStateException(
        "\""
            + spec()
            + "\" is a reference that no registry has resolved yet; build the network or"
            + " the trainer first, or take the plugin from a PluginRegistry");
  }
}
