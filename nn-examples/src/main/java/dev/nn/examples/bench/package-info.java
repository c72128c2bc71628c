/**
 * The benchmark workloads: training and prediction with random data, as samples per second. Figures
 * mean something only beside those of another framework in the same run on the same machine; the
 * scripts in {@code nn-benchmarks/peers} make these.
 */
@NullMarked
package dev.nn.examples.bench;

import org.jspecify.annotations.NullMarked;
