package dev.nn.lecture.explain;

import dev.nn.math.Matrix;

/**
 * A matrix in a formula, and the sign before it.
 *
 * @param sign such as {@code +}, {@code ·} or {@code =}; empty at the beginning
 * @param matrix as the lecture writes it: vectors are columns
 */
public record Part(String sign, Matrix matrix) {}
