package dev.nn.examples.data;

import dev.nn.core.dataset.Dataset;

/** The truth table of the exclusive or, which is all that there is to learn of it. */
public final class XorData {
  private XorData() {}

  /** The two bits of each row. */
  public static float[][] inputs() {
    return new float[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
  }

  /** The exclusive or of each row: 1 if one of the bits is 1, but not both. */
  public static int[] outputs() {
    return new int[] {0, 1, 1, 0};
  }

  /** The four rows as examples. */
  public static Dataset table() {
    return Dataset.binary(inputs(), outputs());
  }
}
