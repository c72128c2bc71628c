package dev.nn.testkit.check;

import dev.nn.api.Layer;
import dev.nn.api.Shape;
import dev.nn.testkit.bench.LayerRun;
import dev.nn.testkit.bench.LayerSample;
import dev.nn.testkit.measure.Estimate;
import dev.nn.testkit.measure.Samples;
import dev.nn.testkit.measure.Skip;
import java.util.Arrays;
import java.util.stream.IntStream;

/** The rule N14 for layers that drop values in training. */
public final class LayerDropChecks {
  private static final int DRAWS = 400;
  private static final double ROUNDING = 1e-4;

  private LayerDropChecks() {}

  /**
   * N14: if training turns each element of the prediction into either 0 or one fixed multiple of
   * it, as dropout does, its mean is the prediction. It may be off by as much as chance explains in
   * 400 draws. The rule is skipped for a layer whose training does anything else.
   */
  public static void droppingKeepsTheMean(Layer layer, Shape input) {
    LayerSample sample = LayerSample.of(layer, input, "N14");
    double[] prediction = Samples.numbers(LayerRun.prediction(sample).output().matrix());
    double[][] draws =
        IntStream.range(0, DRAWS)
            .mapToObj(draw -> sample.withSeed(sample.seed() + draw))
            .map(drawn -> Samples.numbers(LayerRun.training(drawn).output().matrix()))
            .map(output -> ratios(output, prediction))
            .toArray(double[][]::new);
    double[] all = Arrays.stream(draws).flatMapToDouble(Arrays::stream).toArray();
    double[] kept = Arrays.stream(all).filter(ratio -> ratio != 0).toArray();
    Skip.unless(kept.length > 0, "N14: training gives nothing but 0");
    Skip.unless(kept.length < all.length, "N14: training drops nothing");
    Skip.unless(
        areAlike(kept), "N14: training gives other things than 0 and one multiple of a prediction");
    double[] means =
        Arrays.stream(draws).mapToDouble(draw -> Arrays.stream(draw).average().orElse(0)).toArray();
    Estimate.of(means)
        .check("N14: the mean in training, as a share of the prediction,", 1, ROUNDING);
  }

  /** Without those of 0 to 0; infinite for others to 0. */
  private static double[] ratios(double[] output, double[] prediction) {
    return IntStream.range(0, output.length)
        .filter(k -> output[k] != 0 || prediction[k] != 0)
        .mapToDouble(k -> output[k] / prediction[k])
        .toArray();
  }

  private static boolean areAlike(double[] ratios) {
    return Arrays.stream(ratios)
        .allMatch(ratio -> Math.abs(ratio - ratios[0]) <= ROUNDING * Math.abs(ratios[0]));
  }
}
