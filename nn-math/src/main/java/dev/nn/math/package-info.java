/**
 * Matrices, random numbers and elementary functions that give the same bits on every machine.
 *
 * <p>A {@link Matrix} is a view of rows and columns on an array of floats. {@link FloatMath} has
 * the elementary functions of {@code float}, and {@link CounterRandom} draws random numbers from a
 * stream whose position is its whole state. They are built only from operations that the IEEE 754
 * standard or the Java language fixes to the last bit. That is why a network that is trained twice
 * from one seed ends with the same weights, whatever the processor, the number of threads and the
 * JDK; {@link Math#exp} and its like do not promise as much.
 */
@NullMarked
package dev.nn.math;

import org.jspecify.annotations.NullMarked;
