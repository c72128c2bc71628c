/**
 * Matrix products and the loops around them, for our own modules only. The scalar kernels are the
 * specification; the SIMD kernels, where the machine has them, give the same bits.
 */
@NullMarked
package dev.nn.math.kernel;

import org.jspecify.annotations.NullMarked;
