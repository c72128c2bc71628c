package dev.nn.testkit;

import dev.nn.api.Parameter;
import dev.nn.math.Matrix;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** All numbers that a layer computes from a batch. */
final class LayerTrace {
  private LayerTrace() {}

  /** For a batch, and for some of larger inputs as far as they are accepted. */
  static double[] ofSizes(LayerSample sample) {
    return Stream.concat(
            Stream.of(sample),
            Stream.of(sample.scaled(16), sample.scaled(1024)).filter(LayerSample::isAccepted))
        .flatMapToDouble(scaled -> Arrays.stream(of(scaled)))
        .toArray();
  }

  /** The output and the gradients in training, the parameters afterwards, and the prediction. */
  static double[] of(LayerSample sample) {
    LayerRun run = LayerChecks.trained(sample);
    List<Parameter> parameters = sample.layer().parameters(sample.inputShape());
    Matrix[] results =
        IntStream.range(0, parameters.size())
            .filter(p -> parameters.get(p).trainable())
            .mapToObj(run::gradient)
            .toArray(Matrix[]::new);
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
