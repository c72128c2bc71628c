package dev.nn.data.tally;

import java.util.Arrays;

/** A set of longs, {@link Long#MIN_VALUE} excepted, without an object for each. */
public final class DistinctLongs {
  private static final long NOTHING = Long.MIN_VALUE;

  private long[] slots = new long[64];
  private int size;
  private long last = NOTHING;

  public DistinctLongs() {
    Arrays.fill(slots, NOTHING);
  }

  /** Whether it was not there before. */
  public boolean add(long value) {
    if (value == last) {
      return false;
    }
    last = value;
    int slot = slot(value);
    if (slots[slot] == value) {
      return false;
    }
    slots[slot] = value;
    size++;
    if (2 * size > slots.length) {
      long[] old = slots;
      slots = new long[4 * old.length];
      Arrays.fill(slots, NOTHING);
      for (long each : old) {
        if (each != NOTHING) {
          slots[slot(each)] = each;
        }
      }
    }
    return true;
  }

  /** Zeros of both signs are one number; there is no NaN. */
  public boolean add(double number) {
    return add(Double.doubleToRawLongBits(number + 0.0));
  }

  /** Where the value is, or would go. */
  private int slot(long value) {
    // The golden ratio spreads what differs in a few bits over the upper ones.
    int slot = (int) ((value * 0x9E3779B97F4A7C15L) >>> 32) & (slots.length - 1);
    while (slots[slot] != NOTHING && slots[slot] != value) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  public int size() {
    return size;
  }
}
