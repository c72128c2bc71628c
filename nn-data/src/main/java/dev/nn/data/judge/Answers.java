package dev.nn.data.judge;

import dev.nn.api.DataException;
import dev.nn.core.Model;
import dev.nn.core.dataset.Dataset;
import dev.nn.data.TabularModel;
import dev.nn.data.schema.FittedSchema;
import dev.nn.data.schema.Prediction;
import dev.nn.data.table.Column;
import dev.nn.data.table.Quoted;
import dev.nn.data.table.Table;
import dev.nn.math.Matrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** What was and what was said, for one column of the target. */
sealed interface Answers permits LabelAnswers, NumberAnswers {

  /** The column. */
  String target();

  /** How many rows were answered. */
  int rows();

  /** What the model says of some rows, one element for each column of the target. */
  static List<Answers> of(TabularModel model, Table train, Table test) {
    Objects.requireNonNull(train, "train");
    if (test.rows() == 0) {
      throw new DataException("there are no rows to judge the model by");
    }
    FittedSchema schema = model.schema();
    for (String target : schema.targetColumns()) {
      checkPresent(test, target);
      checkPresent(train, target);
    }
    return of(
        schema,
        predictions(schema, Arrays.asList(model.model().predict(schema.features(test)))),
        train,
        test);
  }

  /** The same for rows that are numbers already. */
  static List<Answers> of(FittedSchema schema, Model model, Dataset train, Dataset test) {
    if (test.rows() == 0) {
      throw new DataException("there are no rows to judge the model by");
    }
    Matrix outputs = model.predict(test);
    List<float[]> rows = IntStream.range(0, outputs.rows()).mapToObj(outputs::row).toList();
    return of(schema, predictions(schema, rows), schema.targets(train), schema.targets(test));
  }

  private static List<Answers> of(
      FittedSchema schema, List<Prediction> predictions, Table train, Table test) {
    List<Answers> answers = new ArrayList<>();
    boolean single = schema.targetColumns().size() == 1;
    for (String target : schema.targetColumns()) {
      List<String> labels = schema.labels(target);
      answers.add(
          labels.isEmpty()
              ? NumberAnswers.of(target, predictions, train, test)
              : LabelAnswers.of(target, labels, single, predictions, train, test));
    }
    return answers;
  }

  private static List<Prediction> predictions(FittedSchema schema, List<float[]> outputs) {
    List<Prediction> predictions = new ArrayList<>(outputs.size());
    for (int row = 0; row < outputs.size(); row++) {
      try {
        predictions.add(schema.prediction(outputs.get(row)));
      } catch (DataException e) {
        throw new DataException("row %s: %s".formatted(row + 1, e.getMessage()), e);
      }
    }
    return predictions;
  }

  /** Refuses rows that lack the target. */
  static void checkPresent(Table table, String target) {
    Column column = table.column(target);
    for (int row = 0; row < column.rows(); row++) {
      if (column.isMissing(row)) {
        throw new DataException(
            "%s: row %s, column %s: the target is missing; leave out the rows that have none"
                .formatted(table.source(), row + 1, Quoted.text(target)));
      }
    }
  }
}
