package dev.nn.core.internal.architecture;

/**
 * The types of numbers that formulas are computed with, and their instructions, which differ by
 * fixed amounts.
 */
enum Numbers {
  /** Formulas of activations. */
  FLOATS("F", 1, 2),
  /** Formulas of losses. */
  DOUBLES("D", 2, 3);

  private static final int FLOAD = 0x17;
  private static final int FSTORE = 0x38;
  private static final int FCONST_0 = 0x0b;
  private static final int DCONST_0 = 0x0e;
  private static final int FCMPL = 0x95;
  private static final int DCMPL = 0x97;
  private static final int FRETURN = 0xae;
  private static final int DUP = 0x59;
  private static final int DUP2 = 0x5c;
  private static final int LDC_W = 0x13;

  private final String type;
  private final int size;
  private final byte item;

  Numbers(String type, int size, int item) {
    this.type = type;
    this.size = size;
    this.item = (byte) item;
  }

  /** How many slots a number takes. */
  int size() {
    return size;
  }

  /** What stands for a number in the maps of the stack. */
  byte item() {
    return item;
  }

  /** The descriptor of a method of so many numbers that gives one. */
  String descriptor(int arguments) {
    return "(" + type.repeat(arguments) + ")" + type;
  }

  int load() {
    return FLOAD + (size - 1);
  }

  int store() {
    return FSTORE + (size - 1);
  }

  int zero() {
    return this == FLOATS ? FCONST_0 : DCONST_0;
  }

  int compare() {
    return this == FLOATS ? FCMPL : DCMPL;
  }

  int give() {
    return FRETURN + (size - 1);
  }

  int duplicate() {
    return this == FLOATS ? DUP : DUP2;
  }

  int ldc() {
    return LDC_W + (size - 1);
  }

  /** The instruction for arithmetic, given that for floats. */
  int arithmetic(int ofFloats) {
    return ofFloats + (size - 1);
  }
}
