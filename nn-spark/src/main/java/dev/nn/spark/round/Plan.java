package dev.nn.spark.round;

import dev.nn.api.NnException;

/**
 * How an epoch is cut into steps and rounds. It follows from the numbers of rows, shards and
 * parameters alone, so that it is the same on every cluster.
 *
 * @param mode what a round does
 * @param steps steps of an epoch
 * @param rounds rounds of an epoch, at most as many as steps
 */
public record Plan(Mode mode, int steps, int rounds) {
  /** Floating-point operations that a shard should do in a round, if it has as many to do. */
  private static final double WORK_OF_A_ROUND = 2e10;

  /** Forward, the gradient of the input and that of the weights: each a multiply and an add. */
  private static final int OPERATIONS = 6;

  /** Less often than this in an epoch, the shards would drift apart. */
  private static final int LEAST_ROUNDS = 4;

  /**
   * Makes a plan.
   *
   * @param rows all rows
   * @param shards how many shards they are in
   * @param batchSize rows of a step: of a shard's own step in the mode local, of all shards
   *     together in the mode synchronous
   * @param parameters of the network
   * @param rounds rounds of an epoch in the mode local; 0 to have them chosen
   */
  public static Plan of(
      Mode mode, long rows, int shards, int batchSize, long parameters, int rounds) {
    if (mode == Mode.SYNCHRONOUS) {
      if (rounds != 0) {
        throw new NnException(
            "rounds is for the mode local: in the mode synchronous each step is a round, of which"
                + " batchSize decides how many an epoch has");
      }
      int steps = count(rows, batchSize);
      return new Plan(mode, steps, steps);
    }
    int steps = count(rows, (long) batchSize * shards);
    double work = (double) rows / shards * parameters * OPERATIONS;
    long wanted = rounds > 0 ? rounds : Math.max(LEAST_ROUNDS, Math.round(work / WORK_OF_A_ROUND));
    return new Plan(mode, steps, (int) Math.min(wanted, steps));
  }

  private static int count(long rows, long batch) {
    return Math.toIntExact(Math.max(1, (rows + batch - 1) / batch));
  }

  /**
   * A round of an epoch.
   *
   * @param epoch the epoch, from 1
   * @param index the round, from 0
   */
  public Round round(int epoch, int index) {
    return new Round(epoch, step(index), step(index + 1), steps);
  }

  private int step(int round) {
    return (int) ((long) steps * round / rounds);
  }
}
