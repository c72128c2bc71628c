package dev.nn.spark.cluster;

import dev.nn.api.DataException;
import dev.nn.core.Model;
import dev.nn.core.Network;
import dev.nn.core.ShardTrainer;
import dev.nn.core.dataset.Targets;
import dev.nn.core.training.ShardState;
import dev.nn.spark.round.Judge;
import dev.nn.spark.round.Plan;
import dev.nn.spark.round.Progress;
import dev.nn.spark.round.Recipe;
import dev.nn.spark.round.RoundTraining;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** A training on a cluster from the table to the model. */
public final class ClusterTraining {
  private final Dataset<?> table;
  private final Columns columns;
  private final TrainingWish wish;
  private final JavaSparkContext context;

  /**
   * @throws dev.nn.api.NnException if the table belongs to a session of Spark Connect
   */
  public ClusterTraining(Dataset<?> table, Columns columns, TrainingWish wish) {
    this.table = table;
    this.columns = columns;
    this.wish = wish;
    this.context = Sessions.context(table);
  }

  /**
   * Trains.
   *
   * @param labels says what the labels are, for a network
   * @param usualLoss the loss where none is given
   */
  public Model train(Function<Network, Targets> labels, Function<Targets, String> usualLoss) {
    int features = features();
    Network network = Network.of(features, wish.layers());
    Targets targets = labels.apply(network);
    Recipe recipe =
        new Recipe(
            wish.layers(),
            features,
            wish.loss().isBlank() ? usualLoss.apply(targets) : wish.loss(),
            wish.optimizer(),
            wish.withoutWeightDecay(),
            wish.seed(),
            targets);
    ShardTrainer trainer = recipe.trainer();
    trainer.checkTargets(targets);
    Judge judge = new Judge(wish.measured(), targets, network.outputShape().size());
    Broadcast<Recipe> sent = context.broadcast(recipe);
    try (SparkShards train = shards(table.filter(isForTraining()), sent, "training")) {
      Optional<Column> validating = isForValidation();
      if (validating.isEmpty()) {
        return train(recipe, judge, train, Optional.empty());
      }
      try (SparkShards validation = shards(table.filter(validating.get()), sent, "validation")) {
        return train(recipe, judge, train, Optional.of(validation));
      }
    } finally {
      sent.destroy();
    }
  }

  /** Numbers of an example, by the first row. */
  private int features() {
    List<Row> first = Jobs.run(() -> table.select(columns.features()).takeAsList(1));
    if (first.isEmpty()) {
      throw new DataException("the training set is empty");
    }
    return Numbers.count(first.get(0), 0, columns.features());
  }

  private Column isForTraining() {
    return isForValidation().map(functions::not).orElseGet(() -> functions.lit(true));
  }

  private Optional<Column> isForValidation() {
    return wish.validationIndicatorCol().isEmpty()
        ? Optional.empty()
        : Optional.of(
            functions.coalesce(table.col(wish.validationIndicatorCol()), functions.lit(false)));
  }

  private SparkShards shards(Dataset<?> rows, Broadcast<Recipe> recipe, String role) {
    context.sc().setJobDescription("reading the rows for " + role);
    String origins = Origins.of(recipe.value());
    SparkShards made =
        SparkShards.of(
            rows, recipe, new SparkShards.Sharding(columns, wish.shards(), wish.seed(), origins));
    if (made.total() == 0) {
      made.close();
      throw new DataException("the " + role + " set is empty");
    }
    return made;
  }

  private Model train(
      Recipe recipe, Judge judge, SparkShards train, Optional<SparkShards> validation) {
    ShardTrainer trainer = recipe.trainer();
    Plan plan =
        Plan.of(
            wish.howRoundsGo(),
            train.total(),
            wish.shards(),
            wish.batchSize(),
            recipe.network().parameterCount(),
            wish.rounds());
    String contents = train.contents() + validation.map(SparkShards::contents).orElse("");
    Optional<CheckpointFolder> checkpoints =
        wish.checkpointDir().isBlank()
            ? Optional.empty()
            : Optional.of(
                new CheckpointFolder(
                    wish.checkpointDir(),
                    context.hadoopConfiguration(),
                    trainer,
                    recipe.targets(),
                    fingerprint(recipe, plan, contents)));
    Optional<Progress> before = checkpoints.flatMap(CheckpointFolder::newest);
    ProgressLog log = new ProgressLog(context, wish.epochs(), plan, checkpoints);
    log.begins(train);
    before.ifPresent(log::goesOn);
    RoundTraining training =
        new RoundTraining(trainer, plan, wish.epochs(), wish.stopping(), judge, log);
    try {
      Progress start = before.orElseGet(() -> Progress.start(trainer.start()));
      Progress end = training.run(start, train, validation.map(shards -> shards));
      ShardState result = training.result(end);
      return trainer.model(result, recipe.targets(), List.of(), end.history().size());
    } finally {
      log.ends();
    }
  }

  /** All that decides the bits of a run, which may only go on as what it was. */
  private String fingerprint(Recipe recipe, Plan plan, String contents) {
    return String.join(
        "\n",
        recipe.fingerprint(),
        plan.toString(),
        "shards " + wish.shards(),
        "batchSize " + wish.batchSize(),
        "earlyStopping " + wish.earlyStopping(),
        "metrics " + wish.metrics(),
        "rows and hashes of the shards: " + contents);
  }
}
