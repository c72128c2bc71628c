package dev.nn.spark.cluster;

import dev.nn.api.NnException;
import dev.nn.core.Model;
import dev.nn.core.dataset.Targets;
import dev.nn.core.metric.Metrics;
import dev.nn.data.schema.FittedSchema;
import dev.nn.math.Matrix;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** The rows of a partition with predictions behind them, which are made for a batch at a time. */
final class ScoredRows implements Iterator<Row> {
  private static final int BATCH = 256;

  private final Model model;
  private final Optional<FittedSchema> schema;
  private final Iterator<Row> rows;
  private final int column;
  private final String name;
  private final Scorer.Added added;
  private final double threshold;
  private final List<Row> batch = new ArrayList<>();
  private final Matrix features;
  private final Matrix predictions;
  private final double[] numbers;
  private int next;

  /**
   * @param schema that has standardised the numbers which the model predicts, if one has
   */
  ScoredRows(
      Model model,
      Optional<FittedSchema> schema,
      Iterator<Row> rows,
      int column,
      String name,
      Scorer.Added added) {
    this.model = model;
    this.schema = schema.filter(known -> known.targets() instanceof Targets.Real);
    this.rows = rows;
    this.column = column;
    this.name = name;
    this.added = added;
    this.threshold =
        model.training().map(training -> Metrics.thresholdFor(training.loss())).orElse(0.5);
    this.features = Matrix.zeros(BATCH, model.network().inputShape().size());
    this.predictions = Matrix.zeros(BATCH, model.network().outputShape().size());
    this.numbers = new double[features.columns()];
  }

  @Override
  public boolean hasNext() {
    return next < batch.size() || rows.hasNext();
  }

  @Override
  public Row next() {
    if (next == batch.size()) {
      predictBatch();
    }
    int at = next++;
    return row(batch.get(at), at);
  }

  private void predictBatch() {
    batch.clear();
    next = 0;
    do {
      Row row = rows.next();
      Numbers.read(row, column, name, numbers);
      int start = features.rowStart(batch.size());
      for (int i = 0; i < numbers.length; i++) {
        features.data()[start + i] = (float) numbers[i];
      }
      batch.add(row);
    } while (batch.size() < BATCH && rows.hasNext());
    model.predict(features.rows(0, batch.size()), predictions.rows(0, batch.size()));
  }

  private Row row(Row before, int at) {
    Object[] values = new Object[before.length() + added.count()];
    for (int i = 0; i < before.length(); i++) {
      values[i] = before.get(i);
    }
    int place = before.length();
    if (added.number()) {
      values[place++] = number(at);
    }
    if (added.outputs()) {
      values[place++] = outputs(at);
    }
    if (added.probabilities()) {
      values[place] = outputs(at);
    }
    return RowFactory.create(values);
  }

  private double number(int at) {
    if (!added.isOfClasses()) {
      return restored(at)[0];
    }
    int largest = Metrics.argMax(predictions, at);
    if (largest < 0) {
      throw new NnException(
          "the network predicts NaN, which is no class: its weights hold NaN, or the numbers in"
              + " column "
              + name
              + " are too large for it; for the outputs alone, setPredictionCol(\"\")");
    }
    return predictions.columns() > 1 ? largest : predictions.get(at, 0) > threshold ? 1 : 0;
  }

  private Vector outputs(int at) {
    double[] outputs = restored(at);
    return added.isOfClasses() && outputs.length == 1
        ? Vectors.dense(new double[] {1 - outputs[0], outputs[0]})
        : Vectors.dense(outputs);
  }

  /** The outputs, in the units of the table if a schema knows them. */
  private double[] restored(int at) {
    double[] outputs = new double[predictions.columns()];
    for (int i = 0; i < outputs.length; i++) {
      outputs[i] = predictions.get(at, i);
    }
    if (schema.isPresent()) {
      Map<String, Double> values = schema.get().prediction(predictions.row(at)).values();
      return values.isEmpty() ? outputs : values.values().stream().mapToDouble(v -> v).toArray();
    }
    return outputs;
  }
}
