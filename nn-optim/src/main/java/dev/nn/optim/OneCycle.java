package dev.nn.optim;

import dev.nn.api.Options;
import dev.nn.api.Range;
import dev.nn.api.Schedule;

/**
 * One cycle: half a cosine up from max/div_factor to {@code max}, in the part pct_start of the
 * steps, then half a cosine down to max/div_factor/final_div_factor, where the rate stays after
 * step {@code steps − 1}.
 *
 * <p>PyTorch's {@code OneCycleLR} with its defaults and without its cycle of the momentum; {@code
 * max} and {@code steps} are called {@code max_lr} and {@code total_steps} there, and have no
 * defaults. Source: Smith and Topin, <i>Super-Convergence: Very Fast Training of Neural Networks
 * Using Large Learning Rates</i>, 2019.
 *
 * @param max the highest rate, at least 0
 * @param steps length of the cycle, at least 1
 * @param pctStart part of the steps that go up, from 0 to 1
 * @param divFactor highest rate by first rate, more than 0
 * @param finalDivFactor first rate by last rate, more than 0
 */
public record OneCycle(
    double max, long steps, double pctStart, double divFactor, double finalDivFactor)
    implements Schedule {
  /**
   * Creates a schedule and checks its hyper-parameters.
   *
   * @throws IllegalArgumentException if a hyper-parameter is out of its range
   */
  public OneCycle {
    max = Range.atLeast(0).check("max", max);
    steps = Range.atLeast(1).check("steps", steps);
    pctStart = Range.between(0, 1).check("pct_start", pctStart);
    divFactor = Range.moreThan(0).check("div_factor", divFactor);
    finalDivFactor = Range.moreThan(0).check("final_div_factor", finalDivFactor);
  }

  /**
   * Creates the schedule with its defaults: max = 0.01, steps = 1000, pct_start = 0.3, div_factor =
   * 25, final_div_factor = 10000.
   */
  public OneCycle() {
    this(0.01, 1000, 0.3, 25, 10000);
  }

  @Override
  public String name() {
    return "one_cycle";
  }

  @Override
  public String description() {
    return "up from max / div_factor to max, then down to max / div_factor / final_div_factor";
  }

  @Override
  public Options options() {
    return Options.NONE
        .withReal("max", max)
        .withInteger("steps", steps)
        .withReal("pct_start", pctStart)
        .withReal("div_factor", divFactor)
        .withReal("final_div_factor", finalDivFactor);
  }

  @Override
  public OneCycle withOptions(Options complete) {
    return new OneCycle(
        complete.real("max"),
        complete.longInteger("steps"),
        complete.real("pct_start"),
        complete.real("div_factor"),
        complete.real("final_div_factor"));
  }

  @Override
  public double rate(long step, double[] state) {
    double first = max / divFactor;
    double last = first / finalDivFactor;
    double top = pctStart * steps - 1;
    if (step <= top) {
      return Cosine.between(first, max, top == 0 ? 1 : step / top);
    }
    double bottom = steps - 1;
    double down = Math.max(0, top);
    return Cosine.between(max, last, step >= bottom ? 1 : (step - down) / (bottom - down));
  }
}
