/** Whole trainings beside those of other implementations, step by step. */
@NullMarked
package dev.nn.tests.conformance.training;

import org.jspecify.annotations.NullMarked;
