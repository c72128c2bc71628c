package dev.nn.api;

/**
 * A learning rate as a function of the step, possibly with a state of its own, which the engine
 * keeps.
 */
public non-sealed interface Schedule extends Plugin {

  /**
   * The learning rate of one update.
   *
   * @param step updates made before this one: 0 for the first
   * @param state {@link #stateSize()} numbers, zero at first, kept and saved by the engine
   */
  double rate(long step, double[] state);

  /** How many numbers of state this schedule has. */
  default int stateSize() {
    return 0;
  }

  /**
   * Called after each epoch.
   *
   * @param monitored the validation loss where there is a validation set, else the training loss
   * @param state as in {@link #rate}
   */
  default void epochEnded(double monitored, double[] state) {}

  @Override
  default Schedule withOptions(Options complete) {
    return this;
  }

  /**
   * A reference by spec, such as {@code exponential_decay(initial=0.1, rate=0.9, steps=1000)}.
   *
   * @throws SpecException if the text is not a spec
   */
  static Schedule named(String spec) {
    return named(Spec.parse(spec));
  }

  /**
   * A reference to the schedule that a spec describes; an error in it later points at its place.
   */
  static Schedule named(Spec spec) {
    return new ScheduleReference(spec);
  }

  /**
   * A reference to the schedule {@code constant}: the same rate at every step. In specs the bare
   * number stands for it, as in {@code sgd(learning_rate=0.01)}.
   */
  static Schedule constant(double rate) {
    return new ScheduleReference(Spec.of("constant").with("value", new SpecValue.Decimal(rate)));
  }
}
