package dev.nn.api;

/**
 * A plugin known by its spec only, as made by {@link Activation#named}, {@link Initializer#named},
 * {@link Schedule#named} and {@link Schedule#constant}. A registry replaces it by the plugin itself
 * when a network or a trainer is built; until then it cannot compute.
 */
public sealed interface Reference
    permits ActivationReference, InitializerReference, ScheduleReference {

  /** Whether plugins of a kind can be referred to: activations, initializers and schedules. */
  static boolean isPossible(Kind kind) {
    return switch (kind) {
      case ACTIVATION, INITIALIZER, SCHEDULE -> true;
      case LAYER, LOSS, OPTIMIZER -> false;
    };
  }

  /**
   * A reference to the plugin of a kind that is known at run time only.
   *
   * @throws IllegalArgumentException if plugins of this kind cannot be referred to
   */
  static Plugin to(Kind kind, Spec spec) {
    return switch (kind) {
      case ACTIVATION -> Activation.named(spec);
      case INITIALIZER -> Initializer.named(spec);
      case SCHEDULE -> Schedule.named(spec);
      case LAYER, LOSS, OPTIMIZER ->
          throw new IllegalArgumentException("there are no references to " + kind.plural());
    };
  }

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
