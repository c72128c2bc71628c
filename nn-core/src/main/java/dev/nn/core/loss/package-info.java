/**
 * The built-in losses, one record each.
 *
 * <p>They are plugins like those of third parties and are found by name. For classes there is
 * {@link dev.nn.core.loss.CategoricalCrossentropy}, for yes or no {@link
 * dev.nn.core.loss.BinaryCrossentropy}, and for numbers {@link dev.nn.core.loss.MeanSquaredError};
 * the others serve special needs. The documentation of a loss states its formula for one row, its
 * gradient where it is not obvious, its source, and what other frameworks do differently.
 */
@NullMarked
package dev.nn.core.loss;

import org.jspecify.annotations.NullMarked;
