package dev.nn.data.judge;

import dev.nn.api.DataException;
import dev.nn.data.TabularModel;
import dev.nn.data.schema.FittedSchema;
import dev.nn.data.schema.Prediction;
import dev.nn.data.table.Column;
import dev.nn.data.table.Quoted;
import dev.nn.data.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

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
    List<Prediction> predictions = predictions(model, test);
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

  private static List<Prediction> predictions(TabularModel model, Table test) {
    float[][] outputs = model.model().predict(model.schema().features(test));
    List<Prediction> predictions = new ArrayList<>(outputs.length);
    for (int row = 0; row < outputs.length; row++) {
      for (float output : outputs[row]) {
        if (!Float.isFinite(output)) {
          throw new DataException(
              "row %s: the network predicts %s, which is no answer: its weights or its input hold such a number; train it again, with a smaller learning rate if it diverged"
                  .formatted(row + 1, output));
        }
      }
      predictions.add(model.schema().prediction(outputs[row]));
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
