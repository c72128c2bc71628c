package dev.nn.data.schema;

import dev.nn.api.DataException;
import dev.nn.api.Shape;
import dev.nn.api.Spec;
import dev.nn.api.SpecException;
import dev.nn.api.SpecValue;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.dataset.Targets;
import dev.nn.data.table.Column;
import dev.nn.data.table.NumberColumn;
import dev.nn.data.table.Table;
import dev.nn.data.table.TextColumn;
import dev.nn.math.Matrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * A schema with what it has learnt from the rows to train with: how each column becomes features,
 * what the target is, and how a prediction is turned back into the words of the table. It is a
 * value, and {@link #text} holds all of it.
 *
 * <p>Columns are matched by name, whatever their order. Numbers stay in double precision until
 * their mean has been subtracted and they have been divided by their standard deviation, because a
 * float would lose the digits that tell large numbers apart.
 */
public final class FittedSchema {
  private static final int VERSION = 1;

  private final List<FeatureEncoder> features;
  private final TargetEncoder target;
  private final List<String> ignored;
  private final Meaning meaning;

  FittedSchema(List<FeatureEncoder> features, TargetEncoder target, List<String> ignored) {
    this.features = List.copyOf(features);
    this.target = target;
    this.ignored = List.copyOf(ignored);
    this.meaning = Meaning.of(target);
  }

  /**
   * Returns a schema without features, which only tells what targets and predictions are in words:
   * for rows that were numbers from the start. Of classes the column is called {@code class}, of
   * yes or no {@code answer}, and numbers that have no names are {@code number 1} and so on.
   */
  public static FittedSchema of(Targets targets) {
    return new FittedSchema(List.of(), TargetEncoder.of(targets), List.of());
  }

  /** Returns the columns that a table must have for prediction, in the order of training. */
  public List<String> columns() {
    return features.stream().map(FeatureEncoder::name).toList();
  }

  /** Returns the columns of the target. */
  public List<String> targetColumns() {
    return target.names();
  }

  /**
   * Returns the words that stand in a column of the target: the names of the classes, or those for
   * no and for yes; none if it holds numbers.
   *
   * @throws IllegalArgumentException if this is no column of the target
   */
  public List<String> labels(String targetColumn) {
    int column = target.names().indexOf(targetColumn);
    if (column < 0) {
      throw new IllegalArgumentException(
          "the target is %s, not %s".formatted(String.join(", ", target.names()), targetColumn));
    }
    return target.labels(column);
  }

  /** Returns the columns that are left out. */
  public List<String> ignoredColumns() {
    return ignored;
  }

  /**
   * Returns the names of the features, such as {@code age}, {@code color=red} and {@code
   * sold.month}.
   */
  public List<String> features() {
    return features.stream().flatMap(encoder -> encoder.features().stream()).toList();
  }

  /** Returns what the targets are for a network. */
  public Targets targets() {
    return target.targets();
  }

  /** Returns the spec of the last layer of a network that learns this target. */
  public String outputLayer() {
    return target.outputLayer();
  }

  /** Returns the spec of the loss to learn this target with. */
  public String loss() {
    return target.loss();
  }

  /**
   * Returns the rows of a table with their targets.
   *
   * @throws DataException if a column is missing or of another kind, or a cell cannot be used; the
   *     message names the row and the column
   */
  public Dataset dataset(Table table) {
    float[][] rows = features(table);
    float[][] targets = targets(table);
    return examples(rows, targets).withFeatureNames(features().toArray(String[]::new));
  }

  private Dataset examples(float[][] rows, float[][] targets) {
    if (target.targets() instanceof Targets.Real) {
      return Dataset.regression(rows, targets);
    }
    boolean binary = target.targets() instanceof Targets.Binary;
    int[] labels = new int[rows.length];
    for (int row = 0; row < rows.length; row++) {
      labels[row] = binary ? (int) targets[row][0] : indexOfOne(targets[row]);
    }
    if (target.targets() instanceof Targets.Classes classes) {
      return Dataset.classes(rows, labels, classes);
    }
    Targets.Binary words = (Targets.Binary) target.targets();
    return Dataset.binary(rows, labels, words.no(), words.yes());
  }

  private static int indexOfOne(float[] oneHot) {
    int index = 0;
    while (oneHot[index] != 1) {
      index++;
    }
    return index;
  }

  /**
   * Returns the features of each row of a table. Target columns are ignored if there are any.
   *
   * @throws DataException if a column is missing or of another kind, or a cell cannot be used
   */
  public float[][] features(Table table) {
    Objects.requireNonNull(table, "table");
    float[][] rows = new float[table.rows()][features().size()];
    int at = 0;
    CellFault.All faults = new CellFault.All();
    List<Column> columns = Matching.columns(table, features, ignored, target.names());
    for (int i = 0; i < columns.size(); i++) {
      for (int row = 0; row < rows.length && !faults.areMany(); row++) {
        try {
          features.get(i).encode(columns.get(i), row, rows[row], at);
        } catch (CellFault fault) {
          faults.add(fault);
        }
      }
      at += features.get(i).features().size();
    }
    faults.throwIfAny(table);
    return rows;
  }

  /**
   * The target of each row of a table, as the engine sees it.
   *
   * @throws DataException if its column is missing, or a cell cannot be used
   */
  public float[][] targets(Table table) {
    List<Column> columns = target.names().stream().map(table::column).toList();
    float[][] rows = new float[table.rows()][target.targets().columns()];
    CellFault.All faults = new CellFault.All();
    for (int row = 0; row < rows.length && !faults.areMany(); row++) {
      try {
        target.encode(columns, row, rows[row]);
      } catch (CellFault fault) {
        faults.add(fault);
      }
    }
    faults.throwIfAny(table);
    return rows;
  }

  /**
   * Returns the targets of rows in the words of the table, as a column for each one that is
   * predicted. Numbers have the precision of the data set.
   *
   * @param data rows whose targets this schema made, such as those of a converted table
   */
  public Table targets(Dataset data) {
    return Table.of(
        IntStream.range(0, target.names().size())
            .mapToObj(column -> targetColumn(data, column))
            .toArray(Column[]::new));
  }

  private Column targetColumn(Dataset data, int column) {
    String name = target.names().get(column);
    Matrix one = Matrix.zeros(1, target.targets().columns());
    if (target instanceof TargetEncoder.Numbers numbers) {
      double[] values = new double[data.rows()];
      for (int row = 0; row < values.length; row++) {
        data.readTarget(row, one, 0);
        values[row] = numbers.scales().get(column).restored(one.get(0, column));
      }
      return NumberColumn.of(name, values);
    }
    List<String> labels = target.labels(column);
    List<String> words = new ArrayList<>(data.rows());
    for (int row = 0; row < data.rows(); row++) {
      data.readTarget(row, one, 0);
      words.add(
          labels.get(
              target instanceof TargetEncoder.Classes
                  ? indexOfOne(one.row(0))
                  : (int) one.get(0, column)));
    }
    return TextColumn.of(name, words);
  }

  /**
   * Returns how a new table differs from the one of training in ways that are no reason to refuse
   * it, such as columns that are not used or categories that training did not see. Each difference
   * is a sentence.
   */
  public List<String> differences(Table table) {
    return Matching.differences(table, features, ignored, target.names());
  }

  /** Returns the shape of the features of a row. */
  public Shape shape() {
    return Shape.of(features().size());
  }

  /**
   * Returns what a prediction of the network means in the words of the table.
   *
   * @param prediction the network's output for a row
   */
  public Prediction prediction(float[] prediction) {
    return meaning.of(prediction);
  }

  /**
   * Returns predictions in the words of the table, as a column for each one that is predicted.
   *
   * @param predictions what a model of this schema predicts
   */
  public Table predicted(List<Prediction> predictions) {
    return Table.of(
        IntStream.range(0, target.names().size())
            .mapToObj(column -> Prediction.column(predictions, target, column))
            .toArray(Column[]::new));
  }

  /** Returns everything as a text, which {@link #parse} reads back. */
  public String text() {
    return Spec.of("schema")
        .with("version", new SpecValue.Decimal(VERSION))
        .with(
            "features",
            new SpecValue.Items(
                features.stream().map(encoder -> (SpecValue) encoder.spec()).toList()))
        .with("target", target.spec())
        .with("ignored", Words.texts(ignored))
        .toString();
  }

  /**
   * Reads what {@link #text} wrote.
   *
   * @throws DataException if the text was not written by it, or by a newer version
   */
  public static FittedSchema parse(String text) {
    try {
      Spec spec = Spec.parseLarge(text);
      if (!spec.name().equals("schema") || Words.number(spec, "version") != VERSION) {
        throw spec.error("this is no schema of version " + VERSION);
      }
      List<FeatureEncoder> features = new ArrayList<>();
      for (SpecValue item : Words.items(spec, "features")) {
        if (!(item instanceof Spec feature)) {
          throw spec.error("features holds specs, not " + item);
        }
        features.add(FeatureEncoder.of(feature));
      }
      if (!(spec.options().get("target") instanceof Spec target)) {
        throw spec.error("a schema needs a target");
      }
      return new FittedSchema(features, TargetEncoder.of(target), Words.textList(spec, "ignored"));
    } catch (SpecException | IllegalArgumentException e) {
      throw new DataException("the schema of a table cannot be read: " + e.getMessage(), e);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FittedSchema that && text().equals(that.text());
  }

  @Override
  public int hashCode() {
    return text().hashCode();
  }

  @Override
  public String toString() {
    return "%s columns as %s features, target %s"
        .formatted(features.size(), features().size(), String.join(", ", target.names()));
  }
}
