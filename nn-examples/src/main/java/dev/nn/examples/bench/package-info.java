/**
 * The command that measures speed. It trains and predicts with random data and tells the samples
 * per second. Such a figure means something only beside that of another framework in the same run
 * on the same machine; the scripts in {@code nn-benchmarks/peers} produce those.
 */
@NullMarked
package dev.nn.examples.bench;

import org.jspecify.annotations.NullMarked;
