package dev.nn.data;

import dev.nn.api.DataException;
import dev.nn.api.ShapeException;
import dev.nn.core.Model;
import dev.nn.core.Network;
import dev.nn.core.Trainer;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.data.schema.FittedSchema;
import dev.nn.data.schema.Prediction;
import dev.nn.data.schema.Schema;
import dev.nn.data.table.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A model for rows of a table: a fitted schema, which makes features of a row and words of a
 * prediction, and the network between them. It is immutable and safe for any number of threads.
 *
 * <pre>{@code
 * Table flowers = DataFile.read(Path.of("iris.csv"));
 * TabularModel model = TabularModel.train(flowers, Schema.infer(flowers));
 * Prediction one = model.predict(Map.of("sepal_length", 5.1, "sepal_width", 3.5));
 * System.out.println(one.label() + " " + one.probabilities());
 * }</pre>
 */
public final class TabularModel {
  private static final String[] HIDDEN = {
    "dense(units=64, activation=relu)", "dense(units=32, activation=relu)"
  };
  private static final int EPOCHS = 100;

  /** The key of the note that holds the schema. */
  private static final String SCHEMA = "nn.schema";

  private final FittedSchema schema;
  private final Model model;

  private TabularModel(FittedSchema schema, Model model) {
    this.schema = schema;
    this.model = model;
  }

  /**
   * Puts a schema and a model that was trained on its features together.
   *
   * @throws ShapeException if the network takes or gives another number of numbers than the schema
   */
  public static TabularModel of(FittedSchema schema, Model model) {
    Objects.requireNonNull(schema, "schema");
    Network network = model.network();
    if (!network.inputShape().equals(schema.shape())
        || network.outputShape().size() != schema.targets().columns()) {
      throw new ShapeException(
          "the network makes %s of %s, but the schema needs %s of %s"
              .formatted(
                  network.outputShape(),
                  network.inputShape(),
                  schema.targets().columns(),
                  schema.shape()));
    }
    return new TabularModel(schema, model);
  }

  /**
   * Trains with two hidden layers of 64 and 32 units and Adam, for 100 epochs: a start for small
   * tables.
   *
   * @throws DataException if a row cannot be used
   */
  public static TabularModel train(Table table, Schema schema) {
    FittedSchema fitted = schema.fit(table);
    Trainer trainer =
        Trainer.builder()
            .loss(fitted.loss())
            .optimizer("adam(learning_rate=0.003)")
            .epochs(EPOCHS)
            .build();
    return train(table, fitted, trainer, HIDDEN);
  }

  /**
   * Trains on all rows of a table.
   *
   * @param schema fitted to these rows or to more
   * @param trainer with a loss that goes with the target, such as {@link FittedSchema#loss}
   * @param hiddenLayers specs of the layers before the last one, which follows from the target
   * @throws DataException if a row cannot be used
   */
  public static TabularModel train(
      Table table, FittedSchema schema, Trainer trainer, String... hiddenLayers) {
    List<String> layers = new ArrayList<>(Arrays.asList(hiddenLayers));
    layers.add(schema.outputLayer());
    Network network = Network.of(schema.shape(), layers.toArray(String[]::new));
    return of(schema, trainer.fit(network, schema.dataset(table)).model());
  }

  /**
   * Writes schema and model to one file, which {@code Model.load} reads too; a crash leaves either
   * the old file or the new one.
   *
   * @throws IOException if it cannot be written; the message names the path
   */
  public void save(Path file) throws IOException {
    withSchema().save(file);
  }

  /** The model with its schema as a note, as {@link #save} writes it. */
  public Model withSchema() {
    return model.withNote(SCHEMA, schema.text());
  }

  /**
   * Reads what {@link #save} wrote, with the plugins that {@link PluginRegistry#load()} finds.
   *
   * @throws dev.nn.api.ModelFormatException if the file is damaged, truncated or no model
   * @throws DataException if the model has no schema, as it was not made from a table
   */
  public static TabularModel load(Path file) throws IOException {
    return of(Model.load(file), file.toString());
  }

  /** Whether a model was made from a table, so that {@link #of(Model)} finds its schema. */
  public static boolean hasSchema(Model model) {
    return model.note(SCHEMA).isPresent();
  }

  /**
   * A model that was loaded already, with the schema that its file has.
   *
   * @throws DataException if the model has no schema, as it was not made from a table
   */
  public static TabularModel of(Model model) {
    return of(model, "this");
  }

  private static TabularModel of(Model model, String name) {
    String schema =
        model
            .note(SCHEMA)
            .orElseThrow(
                () ->
                    new DataException(
                        name
                            + " is a model without a schema: it was not made from a table, and takes"
                            + " features instead of rows (Model.load and Model.predict)"));
    return of(FittedSchema.parse(schema), model);
  }

  /** How rows become features. */
  public FittedSchema schema() {
    return schema;
  }

  /** The network with its parameters. */
  public Model model() {
    return model;
  }

  /**
   * The prediction for one row.
   *
   * @param row numbers, texts and dates by the names of the columns; {@code null} or no entry for a
   *     missing cell
   * @throws DataException if a name is unknown or a cell cannot be used
   */
  public Prediction predict(Map<String, ?> row) {
    return predict(Rows.table(row, schema)).get(0);
  }

  /**
   * The prediction for each row; columns are matched by name, and a column of the target is not
   * needed. {@link FittedSchema#differences} tells what else is different in this table.
   *
   * @throws DataException if a column is missing or of another kind, or a cell cannot be used
   */
  public List<Prediction> predict(Table table) {
    float[][] outputs = model.predict(schema.features(table));
    return Arrays.stream(outputs).map(schema::prediction).toList();
  }
}
