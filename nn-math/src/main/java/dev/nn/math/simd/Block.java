package dev.nn.math.simd;

import dev.nn.math.Matrix;

/**
 * The operands of one product C = S + L·R as the tiles of {@link EightRows} and its like read them,
 * so that one piece of code serves A·B and Aᵀ·B, operands in place and packed ones.
 *
 * <ul>
 *   <li>L: element (i, k) is {@code left[leftStart + i·leftRowStep + k·leftStep]}.
 *   <li>R: element (k, j) is {@code right[rightStart + k·rightStep + j]}.
 *   <li>S, where the chains begin: {@code first[firstStart + i·firstRowStep + j·firstColumnStep]}.
 *   <li>C: {@code result[resultStart + i·resultStep + j]}.
 * </ul>
 *
 * <p>The vectors of a tile read and write whole: whoever calls a tile sees to it that the columns
 * exist.
 */
final class Block {
  /** Zeros for chains that begin at 0; both steps of S are 0, so one vector is enough. */
  private static final float[] ZEROS = new float[Lanes.WIDTH];

  float[] left = ZEROS;
  int leftStart;
  int leftRowStep;
  int leftStep;

  float[] right = ZEROS;
  int rightStart;
  int rightStep;

  /** The number of k. */
  int depth;

  float[] first = ZEROS;
  int firstStart;
  int firstRowStep;
  int firstColumnStep;

  float[] result = ZEROS;
  int resultStart;
  int resultStep;

  /** How many floats after each row of C may be overwritten. */
  int resultPadding;

  /** L = A. */
  void left(Matrix a) {
    left(a.data(), a.offset(), a.stride(), 1);
  }

  /** L = Aᵀ. */
  void leftTransposed(Matrix a) {
    left(a.data(), a.offset(), 1, a.stride());
  }

  void left(float[] data, int start, int rowStep, int step) {
    left = data;
    leftStart = start;
    leftRowStep = rowStep;
    leftStep = step;
  }

  /** R = B, whose rows are the k. */
  void right(Matrix b) {
    right(b.data(), b.offset(), b.stride());
    depth = b.rows();
  }

  void right(float[] data, int start, int step) {
    right = data;
    rightStart = start;
    rightStep = step;
  }

  /** S = 0. */
  void firstZero() {
    first(ZEROS, 0, 0, 0);
  }

  /** Each row of S is the one row given. */
  void firstRow(Matrix row) {
    first(row.data(), row.offset(), 0, 1);
  }

  /** S = C: call after {@link #result}. */
  void firstResult() {
    first(result, resultStart, resultStep, 1);
  }

  void first(float[] data, int start, int rowStep, int columnStep) {
    first = data;
    firstStart = start;
    firstRowStep = rowStep;
    firstColumnStep = columnStep;
  }

  boolean startsAtResult() {
    return first == result && firstRowStep == resultStep && firstStart == resultStart;
  }

  void result(Matrix c) {
    result(c.data(), c.offset(), c.stride());
    resultPadding = c.padding();
  }

  void result(float[] data, int start, int step) {
    result = data;
    resultStart = start;
    resultStep = step;
    resultPadding = 0;
  }

  /** Forgets the operands, so that a block that waits for its next use keeps no array alive. */
  void clear() {
    left = ZEROS;
    right = ZEROS;
    first = ZEROS;
    result = ZEROS;
  }

  int leftAt(int i) {
    return leftStart + i * leftRowStep;
  }

  int rightAt(int j) {
    return rightStart + j;
  }

  int firstAt(int i, int j) {
    return firstStart + i * firstRowStep + j * firstColumnStep;
  }

  int resultAt(int i, int j) {
    return resultStart + i * resultStep + j;
  }
}
