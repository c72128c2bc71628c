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
    private char[][] texts = new char[16][];
    private int[] hashes = new int[16];
    private int count;
    // The indices of texts plus 1 by their hash, or 0 for a free slot. At most half of the slots
    // are taken.
    private int[] slots = new int[64];

    /** Creates a builder without cells. */
    public Texts() {}

    /**
     * Adds the text that these characters spell; it is not empty.
     *
     * @return whether it did not come before
     */
    public boolean add(char[] characters, int from, int length) {
      int hash = 0;
      for (int i = from; i < from + length; i++) {
        hash = 31 * hash + characters[i];
      }
      int slot = spread(hash);
      while (slots[slot] != 0 && !isText(slots[slot] - 1, hash, characters, from, length)) {
        slot = (slot + 1) & (slots.length - 1);
      }
      boolean isNew = slots[slot] == 0;
      if (isNew) {
        remember(hash, characters, from, length, slot);
      }
      addCode(slots[slot] - 1);
      return isNew;
    }

    /** Adds a text, which must not be empty. */
    public void add(String text) {
      add(text.toCharArray(), 0, text.length());
    }

    private void remember(int hash, char[] characters, int from, int length, int slot) {
      if (count == texts.length) {
        texts = Arrays.copyOf(texts, Sizes.grown(count));
        hashes = Arrays.copyOf(hashes, texts.length);
      }
      texts[count] = Arrays.copyOfRange(characters, from, from + length);
      hashes[count++] = hash;
      slots[slot] = count;
    }

    private boolean isText(int index, int hash, char[] characters, int from, int length) {
      char[] text = texts[index];
      return hashes[index] == hash
          && Arrays.equals(text, 0, text.length, characters, from, from + length);
    }

    private void addCode(int code) {
      if (rows == codes.length) {
        codes = Arrays.copyOf(codes, Sizes.grown(rows));
      }
      codes[rows++] = code;
      if (2 * count > slots.length) {
        slots = new int[4 * slots.length];
        for (int i = 0; i < count; i++) {
          int slot = spread(hashes[i]);
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

    @Override
    public void addMissing() {
      addCode(-1);
    }

    @Override
    public Column build(String name) {
      String[] known = new String[count];
      for (int i = 0; i < count; i++) {
        known[i] = new String(texts[i]);
      }
      return TextColumn.over(name, Arrays.copyOf(codes, rows), List.of(known));
    }
  }
}
