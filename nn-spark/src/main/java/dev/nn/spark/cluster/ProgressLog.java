package dev.nn.spark.cluster;

import dev.nn.core.training.EpochRecord;
import dev.nn.spark.round.Mode;
import dev.nn.spark.round.Plan;
import dev.nn.spark.round.RoundEvents;
import dev.nn.spark.round.Shards;
import org.apache.spark.api.java.JavaSparkContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells of a run in the log, and in Spark's user interface by the descriptions of its jobs. */
final class ProgressLog implements RoundEvents {
  private static final Logger LOG = LoggerFactory.getLogger("dev.nn.spark.Training");

  private static final String DESCRIPTION = "spark.job.description";

  private final JavaSparkContext context;
  private final int epochs;
  private final Plan plan;
  private final @Nullable String before;

  ProgressLog(JavaSparkContext context, int epochs, Plan plan) {
    this.context = context;
    this.epochs = epochs;
    this.plan = plan;
    this.before = context.getLocalProperty(DESCRIPTION);
  }

  void begins(Shards train) {
    LOG.info(
        "training on {} rows in {} shards, mode {}: {} steps and {} rounds an epoch",
        train.total(),
        train.rows().size(),
        plan.mode().text(),
        plan.steps(),
        plan.rounds());
    long largest = train.rows().stream().mapToLong(Long::longValue).max().orElse(0);
    if (train.rows().size() > 1 && largest > 2 * train.total() / train.rows().size()) {
      LOG.warn(
          "the largest shard has {} of {} rows, and the others wait for it: equal rows are in one"
              + " shard, so set keyCol to a column that tells rows apart",
          largest,
          train.total());
    }
  }

  @Override
  public void roundStarts(int epoch, int round) {
    String what = plan.mode() == Mode.LOCAL ? "round" : "step";
    context
        .sc()
        .setJobDescription(
            "epoch %s of %s, %s %s of %s".formatted(epoch, epochs, what, round + 1, plan.rounds()));
  }

  @Override
  public void evaluationStarts(int epoch) {
    context.sc().setJobDescription("epoch %s of %s, validation".formatted(epoch, epochs));
  }

  @Override
  public void epochEnded(EpochRecord epoch) {
    LOG.info("{}", epoch);
  }

  void ends() {
    context.setLocalProperty(DESCRIPTION, before);
  }
}
