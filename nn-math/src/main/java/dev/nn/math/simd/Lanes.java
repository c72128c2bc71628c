package dev.nn.math.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * The vectors of this machine: a constant, so that the JIT compiler knows every width.
 *
 * <p>What loops of vectors call is the Vector API and nothing of our own, not even to find an
 * index: the compiler of JDK 17 leaves a call alone that it has seen fewer than 250 times, and a
 * loop can be hot enough to be compiled before its method has been called so often. Then vectors go
 * through memory, or become objects, for as long as the process lives. Those of the Vector API are
 * marked to become part of their caller, however seldom they have been called.
 */
final class Lanes {
  /** At most 512 bits: the sixteen chains of a sum fill whole vectors. */
  static final VectorSpecies<Float> SPECIES =
      FloatVector.SPECIES_PREFERRED.length() > 16
          ? FloatVector.SPECIES_512
          : FloatVector.SPECIES_PREFERRED;

  /** Floats in a vector: 4, 8 or 16. */
  static final int WIDTH = SPECIES.length();

  /**
   * Rows of a tile of products. Two vectors of columns make 16 or 8 sums: machines with 512 bits
   * have 32 registers for them, others may have 16.
   */
  static final int TILE_ROWS = SPECIES.vectorShape() == VectorShape.S_512_BIT ? 8 : 4;

  /** Columns of a tile. */
  static final int TILE_COLUMNS = 2 * WIDTH;

  private Lanes() {}
}
