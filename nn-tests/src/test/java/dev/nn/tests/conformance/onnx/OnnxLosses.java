package dev.nn.tests.conformance.onnx;

import dev.nn.api.Activation;
import dev.nn.api.Kind;
import dev.nn.api.Loss;
import dev.nn.api.Spec;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.tests.conformance.golden.LossCases;
import dev.nn.tests.conformance.golden.LossInputs;
import dev.nn.tests.conformance.vector.Measure;
import dev.nn.tests.conformance.vector.Need;
import dev.nn.tests.conformance.vector.Numbers;
import dev.nn.tests.conformance.vector.Plan;
import dev.nn.tests.conformance.vector.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * SoftmaxCrossEntropyLoss and NegativeLogLikelihoodLoss, both by categorical_crossentropy fused
 * with softmax, which gives log Σ e^x − x for the class. The second is −x alone, so the test takes
 * log Σ e^x away, which it computes in double. The classes are axis 1; each other place is a row.
 */
final class OnnxLosses {
  private final PluginRegistry registry;

  OnnxLosses(PluginRegistry registry) {
    this.registry = registry;
  }

  Plan plan(OnnxCase vector) {
    List<Need> needs = new ArrayList<>();
    needs.add(Need.plugin(registry, Kind.LOSS, "categorical_crossentropy"));
    needs.add(Need.plugin(registry, Kind.ACTIVATION, "softmax"));
    if (vector.outputs().size() > 1) {
      needs.add(Need.plugin(registry, Kind.ACTIVATION, "log_softmax"));
    }
    return Plan.when(needs, measure -> check(vector, measure));
  }

  private void check(OnnxCase vector, Measure measure) {
    Tensor x = vector.x();
    float[] labels = vector.input(1).orElseThrow().data();
    float[][] rows = x.along(1);
    double[] weights = new double[rows.length];
    float[][] targets = new float[rows.length][rows[0].length];
    int ignored = vector.attribute("ignore_index", Integer.MIN_VALUE);
    for (int i = 0; i < rows.length; i++) {
      int label = (int) labels[i];
      boolean counts = label != ignored;
      targets[i][counts ? label : 0] = 1;
      weights[i] = counts ? vector.input(2).map(w -> (double) w.data()[label]).orElse(1.0) : 0;
    }
    double[] losses = losses(vector.op(), rows, targets);
    double[] reduced =
        new LossInputs(rows, targets, Optional.of(weights))
            .reduce(losses, reduction(vector.attribute("reduction", "mean")));
    vector.compare(measure, Numbers.narrow(reduced));
    if (vector.outputs().size() > 1) {
      ScaledActivation logSoftmax = ScaledActivation.plain(Spec.of("log_softmax"));
      vector.compare(measure, 1, x.from(logSoftmax.apply(registry, rows), 1));
    }
  }

  /** The mean of ONNX divides by the sum of the weights. */
  private static String reduction(String theirs) {
    return theirs.equals("mean") ? "mean_with_sample_weight" : theirs;
  }

  private double[] losses(String op, float[][] rows, float[][] targets) {
    Loss loss = registry.loss("categorical_crossentropy");
    Activation softmax = registry.activation("softmax");
    double[] losses =
        LossCases.perRow(loss, softmax, new LossInputs(rows, targets, Optional.empty()));
    if (op.equals("NegativeLogLikelihoodLoss")) {
      for (int i = 0; i < losses.length; i++) {
        losses[i] -= logSumExp(rows[i]);
      }
    }
    return losses;
  }

  private static double logSumExp(float[] row) {
    double sum = 0;
    for (float x : row) {
      sum += StrictMath.exp(x - row[0]);
    }
    return row[0] + StrictMath.log(sum);
  }
}
