package dev.nn.spark.round;

import dev.nn.core.ShardTrainer;
import dev.nn.core.training.EarlyStopping;
import dev.nn.core.training.EpochRecord;
import dev.nn.core.training.ShardGradient;
import dev.nn.core.training.ShardResult;
import dev.nn.core.training.ShardState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/** Epochs, rounds, validation and early stopping. Nothing here depends on where the shards are. */
public final class RoundTraining {
  private final ShardTrainer trainer;
  private final Plan plan;
  private final int epochs;
  private final Optional<EarlyStopping> rule;
  private final Judge judge;
  private final RoundEvents events;
  private long startedAt;

  /**
   * @param epochs how often to go through all rows
   * @param rule ends the run early and takes the best weights
   * @param judge measures what the validation rows say
   */
  public RoundTraining(
      ShardTrainer trainer,
      Plan plan,
      int epochs,
      Optional<EarlyStopping> rule,
      Judge judge,
      RoundEvents events) {
    this.trainer = trainer;
    this.plan = plan;
    this.epochs = epochs;
    this.rule = rule;
    this.judge = judge;
    this.events = events;
  }

  /** Goes on from somewhere to the end. */
  public Progress run(Progress from, Shards train, Optional<Shards> validation) {
    Progress at = from;
    startedAt = System.nanoTime();
    while (at.history().size() < epochs && !isExhausted(at)) {
      if (at.round() < plan.rounds()) {
        at = round(at, train);
        if (at.round() < plan.rounds()) {
          events.reached(at);
        }
      } else {
        at = epochEnded(at, validation);
        events.reached(at);
      }
    }
    return at;
  }

  private boolean isExhausted(Progress at) {
    return rule.isPresent()
        && at.best().isPresent()
        && at.best().get().epochsWithout() >= rule.get().patience();
  }

  private Progress round(Progress at, Shards train) {
    events.roundStarts(at.epoch(), at.round());
    Round round = plan.round(at.epoch(), at.round());
    double loss = 0;
    long rows = 0;
    ShardState after;
    if (plan.mode() == Mode.LOCAL) {
      List<ShardResult> results = train.steps(at.state(), round);
      for (ShardResult result : results) {
        loss += result.lossSum();
        rows += result.rows();
      }
      after = trainer.average(results);
    } else {
      List<ShardGradient> gradients = train.gradients(at.state(), round);
      for (ShardGradient gradient : gradients) {
        loss += gradient.lossSum();
        rows += gradient.rows();
      }
      after = trainer.update(at.state(), at.epoch(), gradients);
    }
    return at.next(after, loss, rows);
  }

  private Progress epochEnded(Progress at, Optional<Shards> validation) {
    double loss = at.lossSum() / at.rows();
    OptionalDouble validationLoss = OptionalDouble.empty();
    SortedMap<String, Double> metrics = new TreeMap<>();
    if (validation.isPresent()) {
      events.evaluationStarts(at.epoch());
      List<Score> scores = validation.get().evaluate(at.state(), judge.wantsPredictions());
      validationLoss = OptionalDouble.of(Judge.loss(scores));
      metrics = judge.metrics(scores);
    }
    EpochRecord record =
        new EpochRecord(
            at.epoch(),
            loss,
            validationLoss,
            metrics,
            trainer.learningRate(at.state()),
            Duration.ofNanos(System.nanoTime() - startedAt));
    startedAt = System.nanoTime();
    ShardState after = trainer.epochEnded(at.state(), validationLoss.orElse(loss));
    List<EpochRecord> history = new ArrayList<>(at.history());
    history.add(record);
    events.epochEnded(record);
    return new Progress(
        after, at.epoch() + 1, 0, 0, 0, history, rule.map(found -> best(found, at, record)));
  }

  private static Progress.Best best(EarlyStopping rule, Progress at, EpochRecord record) {
    Progress.Best before =
        at.best().orElseGet(() -> new Progress.Best(rule.worst(), 0, at.state()));
    double monitored = rule.monitored(record);
    return rule.isImprovement(monitored, before.number())
        ? new Progress.Best(monitored, 0, at.state())
        : new Progress.Best(before.number(), before.epochsWithout() + 1, before.state());
  }

  /** The state whose weights a finished run is for. */
  public ShardState result(Progress end) {
    boolean isBest =
        rule.isPresent()
            && !rule.get().keepsLast()
            && end.best().isPresent()
            && end.best().get().number() != rule.get().worst();
    return isBest ? end.best().get().state() : end.state();
  }
}
