package dev.nn.math.simd;

import static dev.nn.math.simd.Lanes.SPECIES;
import static dev.nn.math.simd.Lanes.TILE_COLUMNS;
import static dev.nn.math.simd.Lanes.WIDTH;

import jdk.incubator.vector.FloatVector;

/** Copies of parts of operands, k after k, as the tiles of a {@link PackedProduct} read them. */
final class Packing {
  private Packing() {}

  /**
   * Rows that are neighbours: what a vector has beyond its strip is overwritten by the next one.
   */
  static void vectors(
      float[] from, int start, int step, float[] to, int target, int targetStep, int depth) {
    int x = start;
    int y = target;
    for (int k = 0; k < depth; k++) {
      FloatVector.fromArray(SPECIES, from, x).intoArray(to, y);
      x += step;
      y += targetStep;
    }
  }

  /** Any rows. */
  static void rows(
      float[] from,
      int start,
      int rowStep,
      int step,
      int rows,
      float[] to,
      int target,
      int targetStep,
      int depth) {
    for (int r = 0; r < rows; r++) {
      for (int k = 0; k < depth; k++) {
        to[target + r + k * targetStep] = from[start + r * rowStep + k * step];
      }
    }
  }

  /** Six rows at a time, which makes products of 64 columns a fifth faster than one by one. */
  static void sixRows(float[] from, int start, int rowStep, float[] to, int target, int depth) {
    int y = target;
    for (int x = start; x < start + depth; x++) {
      to[y] = from[x];
      to[y + 1] = from[x + rowStep];
      to[y + 2] = from[x + 2 * rowStep];
      to[y + 3] = from[x + 3 * rowStep];
      to[y + 4] = from[x + 4 * rowStep];
      to[y + 5] = from[x + 5 * rowStep];
      y += 6;
    }
  }

  /** Panels of two vectors of columns, each depth · {@link Lanes#TILE_COLUMNS} floats long. */
  static void pairs(
      float[] from, int start, int step, int columns, float[] panels, int target, int depth) {
    int panelSize = depth * TILE_COLUMNS;
    int j = 0;
    for (; j + 4 * TILE_COLUMNS <= columns; j += 4 * TILE_COLUMNS) {
      fourPairs(from, start + j, step, panels, target + j * depth, panelSize);
    }
    for (; j < columns; j += TILE_COLUMNS) {
      pair(from, start + j, step, panels, target + j * depth, panelSize);
    }
  }

  private static void pair(float[] from, int start, int step, float[] to, int target, int size) {
    int x = start;
    for (int y = target; y < target + size; y += TILE_COLUMNS) {
      FloatVector.fromArray(SPECIES, from, x).intoArray(to, y);
      FloatVector.fromArray(SPECIES, from, x + WIDTH).intoArray(to, y + WIDTH);
      x += step;
    }
  }

  /** Four panels at a time, because their columns share cache lines and pages. */
  private static void fourPairs(
      float[] from, int start, int step, float[] to, int target, int size) {
    int x = start;
    int end = target + size;
    for (int y = target; y < end; y += TILE_COLUMNS) {
      FloatVector.fromArray(SPECIES, from, x).intoArray(to, y);
      FloatVector.fromArray(SPECIES, from, x + WIDTH).intoArray(to, y + WIDTH);
      int z = y + size;
      FloatVector.fromArray(SPECIES, from, x + 2 * WIDTH).intoArray(to, z);
      FloatVector.fromArray(SPECIES, from, x + 3 * WIDTH).intoArray(to, z + WIDTH);
      z += size;
      FloatVector.fromArray(SPECIES, from, x + 4 * WIDTH).intoArray(to, z);
      FloatVector.fromArray(SPECIES, from, x + 5 * WIDTH).intoArray(to, z + WIDTH);
      z += size;
      FloatVector.fromArray(SPECIES, from, x + 6 * WIDTH).intoArray(to, z);
      FloatVector.fromArray(SPECIES, from, x + 7 * WIDTH).intoArray(to, z + WIDTH);
      x += step;
    }
  }
}
