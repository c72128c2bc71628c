package dev.nn.spark.cluster;

import dev.nn.core.training.ShardGradient;
import dev.nn.core.training.ShardResult;
import dev.nn.core.training.ShardState;
import dev.nn.spark.round.Score;
import scala.Tuple2;

/** What a task sends back to the driver, as nothing but arrays. */
final class Parcel {
  private final float[][] floats;
  private final double[][] numbers;

  private Parcel(float[][] floats, double[][] numbers) {
    this.floats = floats;
    this.numbers = numbers;
  }

  Parcel(Tuple2<float[][], double[][]> contents) {
    this(contents._1(), contents._2());
  }

  Tuple2<float[][], double[][]> contents() {
    return new Tuple2<>(floats, numbers);
  }

  static Parcel of(ShardResult result) {
    ShardState state = result.state();
    return new Parcel(
        state.floats(),
        new double[][] {
          {result.lossSum(), result.rows(), state.steps()}, state.numbers()[0], state.numbers()[1]
        });
  }

  ShardResult result() {
    ShardState state =
        new ShardState(floats, new double[][] {numbers[1], numbers[2]}, (long) numbers[0][2]);
    return new ShardResult(state, numbers[0][0], (long) numbers[0][1]);
  }

  static Parcel of(ShardGradient gradient) {
    return new Parcel(
        new float[][] {gradient.values()}, new double[][] {{gradient.lossSum(), gradient.rows()}});
  }

  ShardGradient gradient() {
    return new ShardGradient(floats[0], numbers[0][0], (long) numbers[0][1]);
  }

  static Parcel of(Score score) {
    return new Parcel(
        new float[][] {score.predictions(), score.targets(), score.weights()},
        new double[][] {{score.lossSum(), score.rows()}});
  }

  Score score() {
    return new Score(numbers[0][0], (int) numbers[0][1], floats[0], floats[1], floats[2]);
  }
}
