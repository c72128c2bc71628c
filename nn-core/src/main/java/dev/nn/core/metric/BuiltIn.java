package dev.nn.core.metric;

import dev.nn.api.DataException;
import dev.nn.api.Spec;
import dev.nn.core.dataset.Targets;
import dev.nn.math.Matrix;
import java.util.Optional;

/**
 * A metric of the catalogue, which knows more of itself than a lambda does.
 *
 * @param spec its name and options
 * @param metric what computes it
 * @param traits what is known of it
 */
record BuiltIn(Spec spec, WeightedMetric metric, Traits traits) implements WeightedMetric {

  /** What a metric compares. */
  enum Subject {
    /** The class that has the largest number with the right one. */
    ONE_CLASS,
    /** Classes, or yes and no, with a mean over the classes. */
    CLASSES,
    /** Yes and no in each column. */
    ANSWERS,
    /** Numbers with numbers. */
    NUMBERS
  }

  /** What is known of a metric. */
  record Traits(Subject subject, Better direction) {}

  @Override
  public double of(Matrix predictions, Matrix targets, double[] weights) {
    return metric.of(predictions, targets, weights);
  }

  @Override
  public Tally tally(int rows) {
    return metric.tally(rows);
  }

  @Override
  public Optional<Better> better() {
    return Optional.of(traits.direction);
  }

  @Override
  public boolean isOfClasses() {
    return traits.subject != Subject.NUMBERS;
  }

  @Override
  public Metric on(Targets targets) {
    if (!(targets instanceof Targets.MultiLabel)) {
      return this;
    }
    return switch (traits.subject) {
      case ONE_CLASS ->
          throw new DataException(
              "%s looks for the one right class, but here several labels may hold at once: take binary_accuracy, the share of right answers, f1 or roc_auc"
                  .formatted(spec));
      case CLASSES -> new BuiltIn(spec, (StreamedMetric) this::perColumn, traits);
      case ANSWERS, NUMBERS -> this;
    };
  }

  private Tally perColumn(int rows) {
    return new ColumnTallies(() -> metric.tally(rows));
  }
}
