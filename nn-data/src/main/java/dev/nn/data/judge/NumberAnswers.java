package dev.nn.data.judge;

import dev.nn.api.DataException;
import dev.nn.data.schema.Prediction;
import dev.nn.data.table.NumberColumn;
import dev.nn.data.table.Quoted;
import dev.nn.data.table.Table;
import java.util.Arrays;
import java.util.List;

/** Numbers, and what was said instead. */
@SuppressWarnings("ArrayRecordComponent") // never compared, seen by no one else
record NumberAnswers(
    String target, double[] actual, double[] predicted, double trainMean, double trainDeviation)
    implements Answers {

  static NumberAnswers of(String target, List<Prediction> predictions, Table train, Table test) {
    double[] actual = numbers(test, target);
    double[] predicted =
        predictions.stream()
            .mapToDouble(prediction -> prediction.values().getOrDefault(target, Double.NaN))
            .toArray();
    double[] learnt = numbers(train, target);
    double mean = Arrays.stream(learnt).average().orElse(Double.NaN);
    double squares = Arrays.stream(learnt).map(value -> (value - mean) * (value - mean)).sum();
    return new NumberAnswers(target, actual, predicted, mean, Math.sqrt(squares / learnt.length));
  }

  private static double[] numbers(Table table, String column) {
    if (table.rows() == 0) {
      throw new DataException(table.source() + ": no rows tell what to guess");
    }
    if (table.column(column) instanceof NumberColumn numbers) {
      return numbers.values();
    }
    throw new DataException(
        "%s: the target column %s holds %s, not numbers"
            .formatted(table.source(), Quoted.text(column), table.column(column).kind()));
  }

  /** The residuals of the model. */
  double[] errors() {
    double[] errors = new double[actual.length];
    Arrays.setAll(errors, row -> actual[row] - predicted[row]);
    return errors;
  }

  /** The residuals of the mean of training. */
  double[] guessErrors() {
    return Arrays.stream(actual).map(value -> value - trainMean).toArray();
  }

  @Override
  public int rows() {
    return actual.length;
  }

  /** Whether the number is the same in all rows. */
  boolean isConstant() {
    return Arrays.stream(actual).allMatch(value -> value == actual[0]);
  }
}
