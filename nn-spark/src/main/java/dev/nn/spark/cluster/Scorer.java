package dev.nn.spark.cluster;

import dev.nn.api.NnException;
import dev.nn.core.Model;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.data.TabularModel;
import dev.nn.data.schema.FittedSchema;
import java.io.Serializable;
import java.util.Iterator;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** A model on its way to the executors, each of which reads it once. */
public final class Scorer implements Serializable {
  private static final long serialVersionUID = 1L;

  private final byte[] file;
  private transient @Nullable Model model;
  private transient @Nullable FittedSchema schema;

  /**
   * @param file the bytes of a model file, which are taken over
   */
  public Scorer(byte[] file) {
    this.file = file;
  }

  /**
   * Which columns are added, in this order.
   *
   * @param isOfClasses whether outputs are of classes, so that one output stands for two
   * @param number whether there is a column with one number: that of the class, or the output
   * @param outputs whether there is a column with all outputs
   * @param probabilities whether there is a column with all outputs once more
   */
  public record Added(boolean isOfClasses, boolean number, boolean outputs, boolean probabilities)
      implements Serializable {

    int count() {
      return (number ? 1 : 0) + (outputs ? 1 : 0) + (probabilities ? 1 : 0);
    }
  }

  /**
   * Predicts rows as they are asked for, some at a time.
   *
   * @param column where the features are
   * @param name of that column
   */
  public Iterator<Row> score(Iterator<Row> rows, int column, String name, Added added) {
    return new ScoredRows(model(), units(), rows, column, name, added);
  }

  /** The schema that says what units numbers have, if one was learnt with the network. */
  private synchronized Optional<FittedSchema> units() {
    if (schema == null && TabularModel.hasSchema(model())) {
      schema = TabularModel.of(model()).schema();
    }
    return Optional.ofNullable(schema);
  }

  private synchronized Model model() {
    Model read = model;
    if (read == null) {
      try {
        read = Model.load(file, PluginRegistry.load());
      } catch (NnException e) {
        throw new NnException("on %s: %s".formatted(Workplace.name(), e.getMessage()), e);
      }
      model = read;
    }
    return read;
  }
}
