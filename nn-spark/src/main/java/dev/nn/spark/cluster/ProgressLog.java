package dev.nn.spark.cluster;

import dev.nn.core.training.EpochRecord;
import dev.nn.spark.round.Mode;
import dev.nn.spark.round.Plan;
import dev.nn.spark.round.Progress;
import dev.nn.spark.round.RoundEvents;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.api.java.JavaSparkContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells of a run in the log, and in Spark's user interface by the descriptions of its jobs. */
final class ProgressLog implements RoundEvents {
  private static final Logger LOG = LoggerFactory.getLogger("dev.nn.spark.Training");

  private static final Duration BETWEEN_CHECKPOINTS = Duration.ofMinutes(1);
  private static final String DESCRIPTION = "spark.job.description";

  private final JavaSparkContext context;
  private final int epochs;
  private final Plan plan;
  private final @Nullable String before;
  private final Optional<CheckpointFolder> checkpoints;
  private boolean isNanTold;
  private long writtenAt = System.nanoTime();

  ProgressLog(
      JavaSparkContext context, int epochs, Plan plan, Optional<CheckpointFolder> checkpoints) {
    this.checkpoints = checkpoints;
    this.context = context;
    this.epochs = epochs;
    this.plan = plan;
    this.before = context.getLocalProperty(DESCRIPTION);
  }

  void begins(SparkShards train) {
    train.scalar().ifPresent(LOG::warn);
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

  void goesOn(Progress progress) {
    LOG.info(
        "going on from a checkpoint: epoch {}, round {} of {}",
        progress.epoch(),
        progress.round() + 1,
        plan.rounds());
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

  /** Writes a checkpoint after each epoch, and within one if the last is too long ago. */
  @Override
  public void reached(Progress progress) {
    long now = System.nanoTime();
    if (checkpoints.isPresent()
        && (progress.round() == 0 || now - writtenAt > BETWEEN_CHECKPOINTS.toNanos())) {
      checkpoints.get().write(progress);
      writtenAt = System.nanoTime();
    }
  }

  @Override
  public void epochEnded(EpochRecord epoch) {
    String validation =
        epoch.validationLoss().isEmpty()
            ? ""
            : String.format(
                Locale.ROOT,
                ", validation loss %.4f %s",
                epoch.validationLoss().getAsDouble(),
                epoch.validationMetrics());
    LOG.info(
        String.format(
            Locale.ROOT,
            "epoch %s of %s: loss %.4f%s, %.1f s",
            epoch.epoch(),
            epochs,
            epoch.loss(),
            validation,
            epoch.duration().toMillis() / 1000.0));
    if (!isNanTold) {
      Optional<String> problem = nan(epoch);
      problem.ifPresent(LOG::warn);
      isNanTold = problem.isPresent();
    }
  }

  /** What to say of an epoch by which nothing can be judged. */
  static Optional<String> nan(EpochRecord epoch) {
    List<String> undefined = new ArrayList<>();
    if (Double.isNaN(epoch.validationLoss().orElse(0))) {
      undefined.add("loss");
    }
    epoch
        .validationMetrics()
        .forEach(
            (name, value) -> {
              if (value.isNaN()) {
                undefined.add(name);
              }
            });
    return undefined.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "NaN in the validation of epoch %s: %s. Early stopping and schedules take NaN for no improvement; look whether these rows have examples of every class and no huge numbers"
                .formatted(epoch.epoch(), String.join(", ", undefined)));
  }

  void ends() {
    context.setLocalProperty(DESCRIPTION, before);
  }
}
