package dev.nn.data.judge;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * An average over the classes of a report.
 *
 * @param precision of the precisions
 * @param recall of the recalls; that of the weighted average is the accuracy
 * @param f1 of the F1 scores
 */
public record ClassAverage(double precision, double recall, double f1) {

  /** Each class that occurs counts the same. */
  static ClassAverage macro(List<ClassScore> classes) {
    return of(classes, score -> score.occurs() ? 1 : 0);
  }

  /** Each class counts as much as it has rows. */
  static ClassAverage weighted(List<ClassScore> classes) {
    return of(classes, ClassScore::support);
  }

  private static ClassAverage of(List<ClassScore> classes, ToDoubleFunction<ClassScore> weight) {
    return new ClassAverage(
        mean(classes, weight, ClassScore::precision),
        mean(classes, weight, ClassScore::recall),
        mean(classes, weight, ClassScore::f1));
  }

  private static double mean(
      List<ClassScore> classes,
      ToDoubleFunction<ClassScore> weight,
      ToDoubleFunction<ClassScore> number) {
    double sum = 0;
    double weights = 0;
    for (ClassScore score : classes) {
      sum += weight.applyAsDouble(score) * number.applyAsDouble(score);
      weights += weight.applyAsDouble(score);
    }
    return sum / weights;
  }
}
