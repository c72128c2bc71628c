package dev.nn.api;

/**
 * A plugin that is known by its spec only, as made by {@link Activation#named}, {@link
 * Initializer#named}, {@link Layer#named}, {@link Schedule#named} and {@link Schedule#constant}.
 *
 * <p>References let a plugin have another one as an option without depending on the module that it
 * comes from: a dense layer takes {@code Activation.named("relu")} as its default and does not care
 * who provides it. A registry puts the plugin itself in the place of the reference when a network
 * or a trainer is built. Until then a reference cannot compute.
 */
public sealed interface Reference
    permits ActivationReference, InitializerReference, LayerReference, ScheduleReference {

  /**
   * Returns whether plugins of a kind can be referred to. That is so for activations, initializers,
   * layers and schedules, which are the kinds that other plugins have as options.
   */
  static boolean isPossible(Kind kind) {
    return switch (kind) {
      case ACTIVATION, INITIALIZER, LAYER, SCHEDULE -> true;
      case LOSS, OPTIMIZER -> false;
    };
  }

  /**
   * Returns a reference to a plugin of a kind that is known at run time only.
   *
   * @throws IllegalArgumentException if plugins of this kind cannot be referred to
   */
  static Plugin to(Kind kind, Spec spec) {
    return switch (kind) {
      case ACTIVATION -> Activation.named(spec);
      case INITIALIZER -> Initializer.named(spec);
      case SCHEDULE -> Schedule.named(spec);
      case LAYER -> Layer.named(spec);
      case LOSS, OPTIMIZER ->
          throw new IllegalArgumentException("there are no references to " + kind.plural());
    };
  }

  /** Returns the spec of the plugin that is referred to. */
  Spec spec();

  /** Returns the error of a reference that is asked to compute. */
  default IllegalStateException unresolved() {
    return new IllegalStateException(
        "\""
            + spec()
            + "\" is a reference that no registry has resolved yet; build the network or"
            + " the trainer first, or take the plugin from a PluginRegistry");
  }
}
