package dev.nn.core.internal.shard;

/**
 * The weighted mean of arrays, one element after the other and for each element in the order in
 * which the arrays are added: x₀ + Σ wₛ (xₛ − x₀) / Σ wₛ, in double. So equal arrays have exactly
 * themselves as their mean, whatever the weights.
 */
final class WeightedMean {
  private final double[] first;
  private final double[] sums;
  private double weights;

  WeightedMean(int length) {
    this.first = new double[length];
    this.sums = new double[length];
  }

  void add(float[] values, double weight) {
    boolean isFirst = weights == 0;
    for (int i = 0; i < sums.length; i++) {
      add(i, values[i], weight, isFirst);
    }
    weights += weight;
  }

  void add(double[] values, double weight) {
    boolean isFirst = weights == 0;
    for (int i = 0; i < sums.length; i++) {
      add(i, values[i], weight, isFirst);
    }
    weights += weight;
  }

  private void add(int i, double value, double weight, boolean isFirst) {
    if (isFirst) {
      first[i] = value;
    } else {
      sums[i] += weight * (value - first[i]);
    }
  }

  double[] doubles() {
    double[] mean = new double[sums.length];
    for (int i = 0; i < mean.length; i++) {
      mean[i] = first[i] + sums[i] / weights;
    }
    return mean;
  }

  float[] floats() {
    float[] mean = new float[sums.length];
    for (int i = 0; i < mean.length; i++) {
      mean[i] = (float) (first[i] + sums[i] / weights);
    }
    return mean;
  }
}
