/**
 * Matrix products and the loops around them, in which a network spends its time. The package is
 * exported to the modules of this framework only, so that it may change.
 *
 * <p>{@link dev.nn.math.kernel.Kernels} says what each operation computes, down to the order of
 * every sum. The scalar kernels are that specification as plain Java and run everywhere. Where the
 * virtual machine has {@code jdk.incubator.vector} and compiles it well, the kernels on vectors
 * take their place; they are many times as fast and give the same bits.
 */
@NullMarked
package dev.nn.math.kernel;

import org.jspecify.annotations.NullMarked;
