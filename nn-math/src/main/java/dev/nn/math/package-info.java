/**
 * Matrices and elementary functions that give the same bits on every machine. A {@code Matrix} is a
 * view of rows and columns on an array of floats; the elementary functions are computed from IEEE
 * 754 operations only.
 */
@NullMarked
package dev.nn.math;

import org.jspecify.annotations.NullMarked;
