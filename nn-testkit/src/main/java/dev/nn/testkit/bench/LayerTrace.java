package dev.nn.testkit.bench;

import dev.nn.math.Matrix;
import dev.nn.testkit.measure.Guarded;
import dev.nn.testkit.measure.Samples;
import java.util.Arrays;
import java.util.stream.Stream;

/** All numbers that a layer computes from a batch. */
public final class LayerTrace {
  private LayerTrace() {}

  /** For a batch, and for some of larger inputs as far as they are accepted. */
  public static double[] ofSizes(LayerSample sample) {
    return Stream.concat(
            Stream.of(sample),
            Stream.of(sample.scaled(16), sample.scaled(1024)).filter(LayerSample::isAccepted))
        .flatMapToDouble(scaled -> Arrays.stream(of(scaled)))
        .toArray();
  }

  /**
   * Returns the output and the gradients in training, the parameters afterwards, and the
   * prediction.
   */
  public static double[] of(LayerSample sample) {
    LayerRun run = LayerRun.trained(sample);
    Matrix[] results = run.gradients().values().toArray(Matrix[]::new);
    Matrix[] after = run.parameters().stream().map(Guarded::matrix).toArray(Matrix[]::new);
    Matrix prediction = LayerRun.prediction(sample).output().matrix();
    return Stream.of(
            Samples.numbers(run.output().matrix(), run.inputGradient().matrix(), prediction),
            Samples.numbers(results),
            Samples.numbers(after))
        .flatMapToDouble(Arrays::stream)
        .toArray();
  }
}
