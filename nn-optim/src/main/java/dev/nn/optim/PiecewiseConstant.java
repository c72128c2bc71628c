package dev.nn.optim;

import dev.nn.api.OptionType;
import dev.nn.api.Options;
import dev.nn.api.Range;
import dev.nn.api.Schedule;
import java.util.List;

/**
 * A constant rate between boundaries: the first value up to and with step {@code boundaries[0]},
 * the second up to and with {@code boundaries[1]}, …, the last value after the last boundary. The
 * first step has the number 0.
 *
 * <p>Keras' {@code PiecewiseConstantDecay}, which has no defaults.
 *
 * @param boundaries numbers of steps, ascending
 * @param values one rate more than there are boundaries, each at least 0
 */
public record PiecewiseConstant(List<Long> boundaries, List<Double> values) implements Schedule {
  /**
   * Creates a schedule and checks its hyper-parameters.
   *
   * @throws IllegalArgumentException if a hyper-parameter is out of its range
   */
  public PiecewiseConstant {
    boundaries = List.copyOf(boundaries);
    values = values.stream().map(rate -> Range.atLeast(0).check("values", rate)).toList();
    if (values.size() != boundaries.size() + 1) {
      throw new IllegalArgumentException(
          "values must be one more than boundaries, got %s values and %s boundaries"
              .formatted(values.size(), boundaries.size()));
    }
    for (int i = 1; i < boundaries.size(); i++) {
      if (boundaries.get(i) <= boundaries.get(i - 1)) {
        throw new IllegalArgumentException("boundaries must ascend, got " + boundaries);
      }
    }
  }

  /** Creates the schedule with its defaults: 0.01, and 0.001 after step 1000. */
  public PiecewiseConstant() {
    this(List.of(1000L), List.of(0.01, 0.001));
  }

  @Override
  public String name() {
    return "piecewise_constant";
  }

  @Override
  public String description() {
    return "values[i] after boundaries[i − 1], up to and with boundaries[i]";
  }

  @Override
  public Options options() {
    return Options.NONE
        .withList("boundaries", OptionType.Scalar.INTEGER, boundaries)
        .withList("values", OptionType.Scalar.REAL, values);
  }

  @Override
  public PiecewiseConstant withOptions(Options complete) {
    return new PiecewiseConstant(
        complete.list("boundaries", Long.class), complete.list("values", Double.class));
  }

  @Override
  public double rate(long step, double[] state) {
    int piece = 0;
    while (piece < boundaries.size() && step > boundaries.get(piece)) {
      piece++;
    }
    return values.get(piece);
  }
}
