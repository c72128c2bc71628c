package dev.nn.examples.tables;

import dev.nn.api.DataException;
import dev.nn.core.Model;
import dev.nn.core.dataset.Targets;
import dev.nn.core.metric.Metrics;
import dev.nn.data.Idx;
import dev.nn.data.IdxImages;
import dev.nn.data.schema.FittedSchema;
import dev.nn.data.schema.Prediction;
import dev.nn.data.table.Column;
import dev.nn.data.table.NumberColumn;
import dev.nn.data.table.Table;
import dev.nn.examples.terminal.Terminal;
import dev.nn.examples.terminal.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A model that was not made from a table, as those of {@code nn digits}, {@code nn mnist} and Java
 * programs: it has no schema, and takes numbers as they are.
 */
final class PlainModel {
  private static final String PREDICTION = "prediction";

  private final Model model;

  PlainModel(Model model) {
    this.model = model;
  }

  /** What the columns of predictions are called. */
  List<String> targetColumns() {
    int outputs = model.network().outputShape().size();
    if (!(targets() instanceof Targets.Real) || outputs == 1) {
      return List.of(PREDICTION);
    }
    return IntStream.rangeClosed(1, outputs).mapToObj(i -> PREDICTION + i).toList();
  }

  /** What is predicted for a row, in these columns. */
  static List<String> cells(Prediction prediction) {
    return prediction.values().isEmpty()
        ? List.of(prediction.label())
        : prediction.values().values().stream().map(NumberColumn::text).toList();
  }

  private Targets targets() {
    return model.targets().orElse(new Targets.Real(model.network().outputShape().size()));
  }

  /**
   * Predicts pictures of an IDX file, scaled to [0, 1] as in training, or the rows of a table,
   * whose numbers are taken as they are.
   *
   * @throws DataException if there are more or fewer numbers than the model takes, or a cell is no
   *     number
   */
  List<Prediction> predict(String data, DataOptions options, Terminal terminal) throws IOException {
    if (options.isFile() && Idx.isImages(options.path(data))) {
      return predictions(model.predict(pictures(options.path(data))));
    }
    Table table = options.read(data, terminal.silent());
    terminal
        .err()
        .println(
            data
                + ": the model was not made from a table, so numbers are taken as they are: they have to"
                + " be scaled as those that it was trained with");
    return predictions(model.predict(features(data, table, terminal)));
  }

  private float[][] pictures(Path file) throws IOException {
    IdxImages images = Idx.images(file);
    float[][] features = new float[images.count()][];
    for (int i = 0; i < features.length; i++) {
      features[i] = images.features(i);
    }
    return features;
  }

  /** As doubles, so that the model refuses what no float holds. */
  private double[][] features(String file, Table table, Terminal terminal) {
    List<Column> columns = columns(file, table, terminal);
    double[][] features = new double[table.rows()][columns.size()];
    for (int i = 0; i < columns.size(); i++) {
      if (!(columns.get(i) instanceof NumberColumn numbers)) {
        throw new DataException(
            "%s: column %s holds %s, but this model takes numbers as they are"
                .formatted(file, columns.get(i).name(), columns.get(i).kind()));
      }
      for (int row = 0; row < features.length; row++) {
        if (numbers.isMissing(row)) {
          throw new DataException(
              "%s: column %s, row %s is empty, and this model does not know what to take instead"
                  .formatted(file, numbers.name(), row + 1));
        }
        features[row][i] = numbers.value(row);
      }
    }
    return features;
  }

  /** Matched by name where the model knows names, else in the order of the table. */
  private List<Column> columns(String file, Table table, Terminal terminal) {
    if (!model.featureNames().isEmpty()) {
      return model.featureNames().stream().map(table::column).toList();
    }
    int needed = model.network().inputShape().size();
    List<Column> columns = table.columns();
    if (columns.size() == needed + 1) {
      terminal
          .err()
          .println(
              "%s: the last column, %s, is taken for the answers and left out"
                  .formatted(file, columns.get(needed).name()));
      return columns.subList(0, needed);
    }
    if (columns.size() != needed) {
      throw new DataException(
          "%s has %s, but the model takes %s"
              .formatted(
                  file, Words.count(columns.size(), "column"), Words.count(needed, "number")));
    }
    return columns;
  }

  private List<Prediction> predictions(float[][] outputs) {
    List<Prediction> predictions = new ArrayList<>();
    for (float[] output : outputs) {
      predictions.add(prediction(output));
    }
    return predictions;
  }

  /** Above which an output is a yes: 0 after training with a hinge loss. */
  private double threshold() {
    return model.training().map(run -> Metrics.thresholdFor(run.loss())).orElse(0.5);
  }

  private Prediction prediction(float[] output) {
    Targets targets = targets();
    Map<String, Double> numbers = new LinkedHashMap<>();
    if (targets instanceof Targets.Classes classes) {
      for (int i = 0; i < output.length; i++) {
        numbers.put(classes.labels().get(i), (double) output[i]);
      }
      return new Prediction(targets.label(output), numbers, Map.of());
    }
    if (targets instanceof Targets.Binary words) {
      // What a hinge loss has trained is no probability.
      if (threshold() > 0) {
        numbers.put(words.no(), 1.0 - output[0]);
        numbers.put(words.yes(), (double) output[0]);
      }
      return new Prediction(words.label(output, threshold()), numbers, Map.of());
    }
    if (targets instanceof Targets.MultiLabel) {
      return FittedSchema.of(targets).prediction(output);
    }
    for (int i = 0; i < output.length; i++) {
      numbers.put(targetColumns().get(i), (double) output[i]);
    }
    return new Prediction("", Map.of(), numbers);
  }
}
