package dev.nn.math.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * The vectors of this machine: a constant, so that the JIT compiler knows every width.
 *
 * <p>The compiler, above all that of JDK 17, makes objects of the vectors of some loops, or keeps
 * them in memory, for as long as the process lives. What keeps them in registers:
 *
 * <ul>
 *   <li>Loops of vectors call the Vector API and nothing of our own, not even to find an index: a
 *       call that was seen fewer than 250 times is left alone, and a loop can be hot enough to be
 *       compiled before its method has been called so often. The methods of the Vector API are
 *       marked to become part of their caller, however seldom they have been called. ({@link
 *       OneRow} finds its indexes by calls, outside of its loops, and says why.)
 *   <li>What a loop changes from step to step is an argument in it, never the receiver: {@code s =
 *       x.add(s)}. After a hundred failed checks of a class in the methods of the Vector API, as
 *       when several operations meet there for the first time, a check that fails leads to a call
 *       in place of a return to the interpreter, and the result of that call is an object.
 *   <li>Vectors of zeros come from {@code broadcast}: with {@code zero} the rectifier made 80 bytes
 *       a call.
 *   <li>Methods have at most some sixty operations: later ones become part of their caller too
 *       late.
 * </ul>
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
   * Rows of a tile of products. Two vectors of columns make 16 or 12 sums: machines with 512 bits
   * have 32 registers for them, others may have 16.
   */
  static final int TILE_ROWS = SPECIES.vectorShape() == VectorShape.S_512_BIT ? 8 : 6;

  /**
   * Whether large products read both operands from packed copies, as tiles of six rows want them.
   */
  static final boolean PACKS_BOTH = TILE_ROWS == 6;

  /** Columns of a tile. */
  static final int TILE_COLUMNS = 2 * WIDTH;

  private Lanes() {}
}
