package dev.nn.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * What {@link LearningRateFinder} found: the loss at each rate, and the rate to begin with. As text
 * it is a table with some of the rates, and the suggestion.
 *
 * @param trials the rates in the order of the steps, from the lowest on, with the loss of each step
 * @param smoothed the losses without most of the noise that the choice of each batch brings: means
 *     over neighbouring steps, weighted by a bell curve
 * @param suggestion the rate at which the smoothed loss falls fastest; empty if it never falls
 */
public record LearningRates(List<Trial> trials, List<Double> smoothed, OptionalDouble suggestion) {
  private static final int LINES = 20;

  /** A fall of less than this share of the loss is noise. */
  private static final double LEAST_FALL = 0.02;

  /**
   * A step with a rate.
   *
   * @param rate the learning rate
   * @param loss the loss of the step's batch, before its update
   */
  public record Trial(double rate, double loss) {}

  /** Copies the lists. */
  public LearningRates {
    trials = List.copyOf(trials);
    smoothed = List.copyOf(smoothed);
  }

  /** Smooths the losses and looks for the steepest fall. */
  static LearningRates of(List<Trial> trials) {
    double width = Math.max(1, trials.size() / 30.0);
    List<Double> smoothed = new ArrayList<>();
    for (int i = 0; i < trials.size(); i++) {
      smoothed.add(smooth(trials, i, width));
    }
    return new LearningRates(trials, smoothed, steepest(trials, smoothed, width));
  }

  private static double smooth(List<Trial> trials, int at, double width) {
    int reach = (int) Math.ceil(3 * width);
    double sum = 0;
    double weights = 0;
    for (int i = Math.max(0, at - reach); i < Math.min(trials.size(), at + reach + 1); i++) {
      double distance = (i - at) / width;
      double weight = StrictMath.exp(-0.5 * distance * distance);
      sum += weight * trials.get(i).loss();
      weights += weight;
    }
    return sum / weights;
  }

  /** The loss of a step shows what the steps before it did, hence the rate of the step before. */
  private static OptionalDouble steepest(List<Trial> trials, List<Double> smoothed, double width) {
    int lowest = 0;
    for (int i = 1; i < smoothed.size(); i++) {
      lowest = smoothed.get(i) < smoothed.get(lowest) ? i : lowest;
    }
    int reach = (int) Math.ceil(width);
    double steepest = 0;
    int best = -1;
    for (int i = reach; i + reach <= lowest; i++) {
      double fall = smoothed.get(i - reach) - smoothed.get(i + reach);
      if (fall > steepest) {
        steepest = fall;
        best = i;
      }
    }
    boolean falls = best > 0 && smoothed.get(lowest) < (1 - LEAST_FALL) * smoothed.get(reach);
    return falls ? OptionalDouble.of(trials.get(best - 1).rate()) : OptionalDouble.empty();
  }

  /** Some of the rates with their losses, and the suggestion, without a line break at the end. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("learning rate        loss    smoothed\n");
    int every = Math.max(1, (trials.size() + LINES - 1) / LINES);
    for (int i = 0; i < trials.size(); i += every) {
      text.append(
          String.format(
              Locale.ROOT,
              "%13.2e  %10s  %10s%n",
              trials.get(i).rate(),
              Texts.number(trials.get(i).loss()),
              Texts.number(smoothed.get(i))));
    }
    return text.append(
            suggestion.isPresent()
                ? String.format(
                    Locale.ROOT,
                    "the loss falls fastest at %.1e: begin with that",
                    suggestion.getAsDouble())
                : "the loss never falls: look at the data and the network, or try other rates")
        .toString();
  }
}
