package dev.nn.data.table;

import java.util.Arrays;
import java.util.List;

/** A column that grows cell by cell while a file is read. */
public sealed interface ColumnBuilder {

  /** Adds a missing cell. */
  void addMissing();

  /** Returns a column of the cells that have been added. */
  Column build(String name);

  /** A column of numbers. */
  final class Numbers implements ColumnBuilder {
    private double[] values = new double[16];
    private int rows;

    /** Creates a builder without cells. */
    public Numbers() {}

    /** Adds a finite number. */
    public void add(double value) {
      if (rows == values.length) {
        values = Arrays.copyOf(values, Sizes.grown(rows));
      }
      values[rows++] = value;
    }

    @Override
    public void addMissing() {
      add(Double.NaN);
    }

    @Override
    public Column build(String name) {
      return NumberColumn.over(name, Arrays.copyOf(values, rows));
    }
  }

  /** A column of dates. */
  final class Dates implements ColumnBuilder {
    private long[] millis = new long[16];
    private int rows;

    /** Creates a builder without cells. */
    public Dates() {}

    /** Adds a moment, in milliseconds since 1970. */
    public void add(long moment) {
      if (rows == millis.length) {
        millis = Arrays.copyOf(millis, Sizes.grown(rows));
      }
      millis[rows++] = moment;
    }

    @Override
    public void addMissing() {
      add(DateColumn.MISSING);
    }

    @Override
    public Column build(String name) {
      return DateColumn.of(name, Arrays.copyOf(millis, rows));
    }
  }

  /** A column of texts. Adding a text that has been added before allocates nothing. */
  final class Texts implements ColumnBuilder {
    private int[] codes = new int[16];
    private int rows;
    private String[] texts = new String[16];
    private int count;
    // The indices of texts plus 1 by their hash, or 0 for a free slot. At most half of the slots
    // are taken.
    private int[] slots = new int[64];

    /** Creates a builder without cells. */
    public Texts() {}

    /** Adds the text that these characters spell, which must not be empty. */
    public void add(char[] characters, int from, int length) {
      int hash = 0;
      for (int i = from; i < from + length; i++) {
        hash = 31 * hash + characters[i];
      }
      int slot = spread(hash);
      while (slots[slot] != 0 && !equal(texts[slots[slot] - 1], characters, from, length)) {
        slot = (slot + 1) & (slots.length - 1);
      }
      if (slots[slot] == 0) {
        remember(new String(characters, from, length), slot);
      }
      addCode(slots[slot] - 1);
    }

    /** Adds a text, which must not be empty. */
    public void add(String text) {
      add(text.toCharArray(), 0, text.length());
    }

    private void remember(String text, int slot) {
      if (count == texts.length) {
        texts = Arrays.copyOf(texts, Sizes.grown(count));
      }
      texts[count++] = text;
      slots[slot] = count;
    }

    private void addCode(int code) {
      if (rows == codes.length) {
        codes = Arrays.copyOf(codes, Sizes.grown(rows));
      }
      codes[rows++] = code;
      if (2 * count > slots.length) {
        slots = new int[4 * slots.length];
        for (int i = 0; i < count; i++) {
          int slot = spread(texts[i].hashCode());
          while (slots[slot] != 0) {
            slot = (slot + 1) & (slots.length - 1);
          }
          slots[slot] = i + 1;
        }
      }
    }

    private int spread(int hash) {
      return (hash ^ hash >>> 16) & (slots.length - 1);
    }

    private static boolean equal(String text, char[] characters, int from, int length) {
      if (text.length() != length) {
        return false;
      }
      for (int i = 0; i < length; i++) {
        if (text.charAt(i) != characters[from + i]) {
          return false;
        }
      }
      return true;
    }

    @Override
    public void addMissing() {
      addCode(-1);
    }

    @Override
    public Column build(String name) {
      return TextColumn.over(
          name, Arrays.copyOf(codes, rows), List.of(Arrays.copyOf(texts, count)));
    }
  }
}
