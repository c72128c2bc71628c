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
 * A model for rows of a table. It consists of a fitted schema, which turns a row into features and
 * a prediction into words, and of the network between them. It is immutable and can be used by any
 * number of threads at once.
 *
 * <pre>{@code
 * Table flowers = DataFile.read(Path.of("iris.csv"));
 * TabularModel model = TabularModel.train(flowers, Schema.infer(flowers));
 * Prediction one = model.predict(
 *     Map.of("sepal_length", 5.1, "sepal_width", 3.5, "petal_length", 1.4, "petal_width", 0.2));
 * System.out.println(one.label() + " " + one.probabilities());
 * }</pre>
 */
public final class TabularModel {
  /** The key of the note that holds the schema. */
  private static final String SCHEMA = "nn.schema";

  private final FittedSchema schema;
  private final Model model;

  private TabularModel(FittedSchema schema, Model model) {
    this.schema = schema;
    this.model = model;
  }

  /**
   * Returns a model made of a schema and of a network that was trained on the features of that
   * schema.
   *
   * @throws ShapeException if the network has more or fewer inputs or outputs than the schema needs
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
   * Trains as {@link TableRecipe} says: two hidden layers, Adam, at least 50 epochs, and of many
   * rows a tenth kept aside to end earlier by.
   *
   * @throws DataException if a row cannot be used
   */
  public static TabularModel train(Table table, Schema schema) {
    FittedSchema fitted = schema.fit(table);
    Trainer trainer =
        TableRecipe.stopping(Trainer.builder(), table.rows())
            .loss(fitted.loss())
            .optimizer(TableRecipe.OPTIMIZER)
            .batchSize(TableRecipe.BATCH_SIZE)
            .epochs(TableRecipe.epochs(table.rows(), TableRecipe.BATCH_SIZE))
            .build();
    return train(table, fitted, trainer, TableRecipe.HIDDEN_LAYERS.toArray(String[]::new));
  }

  /**
   * Trains on all rows of a table.
   *
   * @param schema a schema that was fitted to these rows or to more
   * @param trainer a trainer whose loss goes with the target, such as {@link FittedSchema#loss}
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
   * Writes schema and model to one file, which {@code Model.load} reads too. A crash leaves either
   * the old file or the new one, but never half of one.
   *
   * @throws IOException if the file cannot be written; the message names the path
   */
  public void save(Path file) throws IOException {
    withSchema().save(file);
  }

  /** Returns the model with its schema as a note, as {@link #save} writes it. */
  public Model withSchema() {
    return model.withNote(SCHEMA, schema.text());
  }

  /**
   * Reads what {@link #save} wrote, with the plugins that {@link PluginRegistry#load()} finds.
   *
   * @throws dev.nn.api.ModelFormatException if the file is damaged or truncated, or if it is no
   *     model
   * @throws DataException if the model has no schema because it was not made from a table
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

  /** Returns the schema, which says how rows become features. */
  public FittedSchema schema() {
    return schema;
  }

  /** Returns the network with its parameters. */
  public Model model() {
    return model;
  }

  /**
   * Returns the prediction for one row.
   *
   * @param row numbers, texts and dates by the names of all columns that the schema reads, {@code
   *     null} where a value is not known; the target may be left out
   * @throws DataException if a name is unknown or has no entry, or if a cell cannot be used
   */
  public Prediction predict(Map<String, ?> row) {
    return predict(Rows.table(row, schema)).get(0);
  }

  /**
   * Returns the prediction for each row. Columns are matched by name, and the target column need
   * not be there. {@link FittedSchema#differences} tells what else differs in this table.
   *
   * @throws DataException if a column is missing or of another kind, or if a cell cannot be used
   */
  public List<Prediction> predict(Table table) {
    float[][] outputs = model.predict(schema.features(table));
    return Arrays.stream(outputs).map(schema::prediction).toList();
  }
}
