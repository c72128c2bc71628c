/**
 * The cases of other implementations as data: tensors and numbers, how near is near enough, and
 * what becomes of each case, a {@link dev.nn.tests.conformance.vector.Plan}.
 */
@NullMarked
package dev.nn.tests.conformance.vector;

import org.jspecify.annotations.NullMarked;
