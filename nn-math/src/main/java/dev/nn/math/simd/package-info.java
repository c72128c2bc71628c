/**
 * The kernels on vectors of 128, 256 or 512 bits, with the bits of the scalar ones. They use {@code
 * jdk.incubator.vector}, which need not be there: nothing outside names a class of this package,
 * and {@link dev.nn.math.kernel.Kernels} finds it as a service.
 *
 * <p>Code here keeps to what the JIT compilers of all JDKs since 17 turn into plain vector
 * instructions: constant species; vectors in local variables, which live and die in one method
 * after inlining; no masks for loads and stores, but vectors that overlap or reach into memory that
 * nobody minds.
 */
@NullMarked
package dev.nn.math.simd;

import org.jspecify.annotations.NullMarked;
