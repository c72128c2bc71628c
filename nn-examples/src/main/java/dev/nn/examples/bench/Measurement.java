package dev.nn.examples.bench;

import com.google.common.math.Quantiles;
import dev.nn.api.Shape;
import dev.nn.core.Model;
import dev.nn.core.Network;
import dev.nn.core.Trainer;
import dev.nn.core.TrainingSession;
import dev.nn.math.Matrix;
import java.util.ArrayList;
import java.util.List;

/** Measures how fast a workload runs: the median of several passes after a warm-up. */
final class Measurement {
  /** In this time the virtual machine compiles what is measured. */
  private static final long WARM_UP_NANOS = 3_000_000_000L;

  /** Short passes are repeated until a figure is worth quoting. */
  private static final long PASS_NANOS = 200_000_000L;

  private static final int CALLS_A_ROW = 50;

  private final Workload workload;
  private final int passes;
  private final int threads;

  Measurement(Workload workload, int passes, int threads) {
    this.workload = workload;
    this.passes = passes;
    this.threads = threads;
  }

  /** Returns the samples per second, as the median of the passes. */
  double samplesPerSecond() {
    return workload.isPrediction() ? prediction() : training();
  }

  private interface Pass {
    /** Does some work, and returns how many samples that was. */
    long run();
  }

  private double training() {
    Network network = Network.of(Shape.of(workload.inputs()), workload.layers());
    Trainer trainer =
        Trainer.builder()
            .loss(workload.loss())
            .optimizer(workload.optimizer())
            .batchSize(workload.batch())
            .epochs(Integer.MAX_VALUE)
            .threads(threads)
            // There is nothing to learn from random numbers, and nobody expects it.
            .withoutAdvice()
            .build();
    try (TrainingSession session = trainer.start(network, RandomData.dataset(workload))) {
      return median(() -> epoch(session));
    }
  }

  private long epoch(TrainingSession session) {
    for (int batch = session.batches(); batch > 0; batch--) {
      boolean unused = session.step();
    }
    return workload.rows();
  }

  private double prediction() {
    Model model = Model.initial(Network.of(Shape.of(workload.inputs()), workload.layers()), 0);
    float[][] features = RandomData.features(workload.batch(), workload.inputs());
    if (workload.batch() == 1) {
      return median(() -> predictOne(model, features[0]));
    }
    Matrix batch = Matrix.copyOf(features);
    Matrix predictions = Matrix.zeros(workload.batch(), workload.outputs());
    return median(() -> predictMany(model, batch, predictions));
  }

  private static long predictOne(Model model, float[] features) {
    float sum = 0;
    for (int call = 0; call < CALLS_A_ROW; call++) {
      sum += model.predict(features)[0];
    }
    if (Float.isNaN(sum)) {
      throw new IllegalStateException("a prediction is NaN");
    }
    return CALLS_A_ROW;
  }

  private static long predictMany(Model model, Matrix batch, Matrix predictions) {
    model.predict(batch, predictions);
    return batch.rows();
  }

  private double median(Pass pass) {
    long start = System.nanoTime();
    while (System.nanoTime() - start < WARM_UP_NANOS) {
      long unused = pass.run();
    }
    List<Double> rates = new ArrayList<>();
    for (int i = 0; i < passes; i++) {
      rates.add(rate(pass));
    }
    return Quantiles.median().compute(rates);
  }

  private static double rate(Pass pass) {
    long samples = 0;
    long start = System.nanoTime();
    long nanos = 0;
    while (nanos < PASS_NANOS) {
      samples += pass.run();
      nanos = System.nanoTime() - start;
    }
    return samples * 1e9 / nanos;
  }
}
