package dev.nn.search;

import dev.nn.api.DataException;
import dev.nn.api.NnException;
import dev.nn.core.Network;
import dev.nn.core.Trainer;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.dataset.Targets;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.data.TableSplit;
import dev.nn.data.TabularModel;
import dev.nn.data.judge.Judgement;
import dev.nn.data.schema.FittedSchema;
import dev.nn.data.schema.Schema;
import dev.nn.data.table.Table;
import java.util.Objects;

/**
 * How well a network that was trained on some rows of a table predicts the others. The score is the
 * accuracy of classes and the root of the mean squared error of numbers, as in {@link Judgement}.
 *
 * <p>It uses up to three texts of the space, each of which may be missing: {@code layers}, all but
 * the last layer, which follows from the target; {@code optimizer}; and {@code batch}, the examples
 * of a step.
 */
public final class TableObjective implements Objective {
  private static final String LAYERS =
      "dense(units=64, activation=relu), dense(units=32, activation=relu)";
  private static final String OPTIMIZER = "adam(learning_rate=0.003)";
  private static final int BATCH = 32;
  private static final double TRAIN = 0.8;

  private final PluginRegistry registry;
  private final TableSplit rows;
  private final FittedSchema schema;
  private final Dataset train;

  private TableObjective(PluginRegistry registry, TableSplit rows, FittedSchema schema) {
    this.registry = registry;
    this.rows = rows;
    this.schema = schema;
    this.train = schema.dataset(rows.train());
  }

  /**
   * Trains on four fifths of the rows and scores by the others, split with seed 0.
   *
   * @throws DataException if a row cannot be used, or there are several targets
   */
  public static TableObjective of(Table table, Schema schema) {
    return of(TableSplit.of(table, schema, TRAIN, 0), schema);
  }

  /**
   * Trains on one part of the rows and scores by the other.
   *
   * @throws DataException if a row cannot be used, or there are several targets
   */
  public static TableObjective of(TableSplit rows, Schema schema) {
    return of(PluginRegistry.load(), rows, schema);
  }

  /** The same with the plugins of a registry. */
  public static TableObjective of(PluginRegistry registry, TableSplit rows, Schema schema) {
    Objects.requireNonNull(registry, "registry");
    Objects.requireNonNull(rows, "rows");
    FittedSchema fitted = schema.fit(rows.train());
    if (fitted.targetColumns().size() != 1) {
      throw new DataException(
          "a search goes by one target, and this schema has "
              + String.join(", ", fitted.targetColumns()));
    }
    return new TableObjective(registry, rows, fitted);
  }

  @Override
  public double score(Trial trial) {
    return Judgement.valueOf(model(trial), rows.train(), rows.test());
  }

  /** How good the model of a trial is, beside guessing. */
  public Judgement judged(Trial trial) {
    return Judgement.of(model(trial), rows.train(), rows.test());
  }

  /**
   * The model of a trial: the same weights for any number of threads.
   *
   * @throws NnException if a spec names something unknown or the layers do not fit, or if the run
   *     diverges
   */
  public TabularModel model(Trial trial) {
    Network network = Network.of(registry, schema.shape(), layers(trial.settings()));
    Trainer trainer =
        Trainer.builder()
            .registry(registry)
            .loss(schema.loss())
            .optimizer(trial.settings().find("optimizer").orElse(OPTIMIZER))
            .batchSize(batch(trial.settings()))
            .epochs(trial.epochs())
            .seed(trial.seed())
            .threads(trial.threads())
            .build();
    return TabularModel.of(schema, trainer.fit(network, train).model());
  }

  /** All layers of the network for these settings, the last one too. */
  public String layers(Settings settings) {
    String hidden = settings.find("layers").orElse(LAYERS);
    return hidden.isEmpty() ? schema.outputLayer() : hidden + ", " + schema.outputLayer();
  }

  /** The examples of one step for these settings. */
  public int batch(Settings settings) {
    if (settings.find("batch").isEmpty()) {
      return BATCH;
    }
    double batch = settings.number("batch");
    if (batch != (int) batch) {
      throw new NnException("a batch has a whole number of examples, not " + batch);
    }
    return (int) batch;
  }

  @Override
  public Measure measure() {
    return schema.targets() instanceof Targets.Real
        ? Measure.less("rmse")
        : Measure.more("accuracy");
  }

  /** A hash of all cells and of what they become. */
  @Override
  public String fingerprint() {
    return new Fingerprint().text(schema.text()).table(rows.train()).table(rows.test()).sha256();
  }
}
