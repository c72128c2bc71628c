package dev.nn.api;

/**
 * A learning rate as a function of the step. Large steps find the way early, small ones settle at
 * its end.
 *
 * <p>Most schedules need nothing but the number of the step. One that reacts to the course of
 * training has numbers of state, which the engine keeps and saves, so that a run that is resumed
 * goes on as if it had never stopped.
 *
 * <pre>{@code
 * public record Root(double initial) implements Schedule {
 *   public Root() { this(0.1); }
 *   public String name() { return "acme.root"; }
 *   public Options options() { return Options.NONE.withReal("initial", initial); }
 *   public Root withOptions(Options complete) { return new Root(complete.real("initial")); }
 *   public double rate(long step, double[] state) { return initial / Math.sqrt(1.0 + step); }
 * }
 * }</pre>
 */
public non-sealed interface Schedule extends Plugin {

  /**
   * Returns the learning rate of one update.
   *
   * @param step number of updates made before this one, which is 0 for the first
   * @param state {@link #stateSize()} numbers, zero at first, kept and saved by the engine
   */
  double rate(long step, double[] state);

  /** Returns how many numbers of state this schedule has. */
  default int stateSize() {
    return 0;
  }

  /**
   * Takes note of the end of an epoch; it is called after each.
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
   * Returns a reference to the schedule that a text describes, such as {@code
   * exponential_decay(initial=0.1, rate=0.9, steps=1000)}. Whether there is such a schedule is
   * found out when a trainer is built.
   *
   * @throws SpecException if the text is not a spec
   */
  static Schedule named(String spec) {
    return named(Spec.parse(spec));
  }

  /**
   * Returns a reference to the schedule that a spec describes. If the spec turns out to be wrong
   * later, the error points at its place.
   */
  static Schedule named(Spec spec) {
    return new ScheduleReference(spec);
  }

  /**
   * Returns a reference to the schedule {@code constant}, which has the same rate at every step. In
   * specs the bare number stands for it, as in {@code sgd(learning_rate=0.01)}.
   *
   * @throws IllegalArgumentException if the rate is infinite or NaN
   */
  static Schedule constant(double rate) {
    return new ScheduleReference(Spec.of("constant").with("value", new SpecValue.Decimal(rate)));
  }
}
