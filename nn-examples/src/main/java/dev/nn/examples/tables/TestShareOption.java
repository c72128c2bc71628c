package dev.nn.examples.tables;

import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The option that says how many rows are kept aside for the test. */
public final class TestShareOption {
  private static final double USUAL = 0.2;

  /** So many rows tell a share to within a third of a percent; more only cost time. */
  private static final double MOST_ROWS = 100_000;

  @Option(
      names = "--test",
      paramLabel = "SHARE",
      description = {
        "The share of the rows that is kept aside for the test. Default: 0.2, and at most 100,000"
            + " rows."
      })
  private Optional<Double> share = Optional.empty();

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  /**
   * Looks whether the share is one.
   *
   * @throws ParameterException if it is not
   */
  public void check() {
    if (share.isPresent() && !(share.get() > 0 && share.get() < 1)) {
      throw new ParameterException(
          command.commandLine(),
          "--test is a share of the rows, above 0 and below 1, such as --test 0.2 for a fifth, not "
              + share.get());
    }
  }

  /** Whether the share was given. */
  public boolean isGiven() {
    return share.isPresent();
  }

  /** The share of so many rows. */
  public double of(int rows) {
    return share.orElseGet(() -> Math.min(USUAL, MOST_ROWS / rows));
  }
}
