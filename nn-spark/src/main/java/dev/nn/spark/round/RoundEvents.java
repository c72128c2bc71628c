package dev.nn.spark.round;

import dev.nn.core.training.EpochRecord;

/** Is told how a run proceeds, in its own thread. */
public interface RoundEvents {
  /** Nobody listens. */
  RoundEvents NONE = new RoundEvents() {};

  /** A round begins, from 0. */
  default void roundStarts(int epoch, int round) {}

  /** The rows for validation are about to be evaluated. */
  default void evaluationStarts(int epoch) {}

  /** A round is done, or an epoch is closed; the run can go on from here later. */
  default void reached(Progress progress) {}

  /** An epoch is finished. */
  default void epochEnded(EpochRecord epoch) {}
}
