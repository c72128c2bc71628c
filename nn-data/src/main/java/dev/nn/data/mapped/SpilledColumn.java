package dev.nn.data.mapped;

import dev.nn.data.table.Column;
import dev.nn.data.table.DateColumn;
import dev.nn.data.table.NumberColumn;
import dev.nn.data.table.TextColumn;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** The cells of a column as bytes, in the byte order of the machine, which alone reads them. */
final class SpilledColumn {
  private static final byte NUMBERS = 0;
  private static final byte DATES = 1;
  private static final byte TEXTS = 2;

  private SpilledColumn() {}

  static ByteBuffer write(Column column) {
    ByteBuffer bytes;
    if (column instanceof TextColumn texts) {
      bytes = texts(texts);
    } else {
      bytes = buffer(1L + (long) column.rows() * Long.BYTES);
      bytes.put(column instanceof NumberColumn ? NUMBERS : DATES);
      for (int row = 0; row < column.rows(); row++) {
        bytes.putLong(
            column instanceof NumberColumn numbers
                ? Double.doubleToRawLongBits(numbers.value(row))
                : ((DateColumn) column).millis(row));
      }
    }
    return bytes.flip();
  }

  private static ByteBuffer texts(TextColumn column) {
    List<String> texts = column.texts();
    long size = 1L + Integer.BYTES * (1L + texts.size() + column.rows());
    for (String text : texts) {
      size += (long) Character.BYTES * text.length();
    }
    ByteBuffer bytes = buffer(size).put(TEXTS).putInt(texts.size());
    for (String text : texts) {
      bytes.putInt(text.length());
      bytes.asCharBuffer().put(text);
      bytes.position(bytes.position() + Character.BYTES * text.length());
    }
    for (int row = 0; row < column.rows(); row++) {
      bytes.putInt(column.code(row));
    }
    return bytes;
  }

  static ByteBuffer buffer(long size) {
    return ByteBuffer.allocate(Math.toIntExact(size)).order(ByteOrder.nativeOrder());
  }

  static Column read(String name, int rows, ByteBuffer bytes) {
    byte kind = bytes.get();
    if (kind == TEXTS) {
      return texts(name, rows, bytes);
    }
    if (kind == NUMBERS) {
      double[] values = new double[rows];
      bytes.asDoubleBuffer().get(values);
      return NumberColumn.over(name, values);
    }
    long[] millis = new long[rows];
    bytes.asLongBuffer().get(millis);
    return DateColumn.of(name, millis);
  }

  private static Column texts(String name, int rows, ByteBuffer bytes) {
    String[] texts = new String[bytes.getInt()];
    for (int i = 0; i < texts.length; i++) {
      char[] text = new char[bytes.getInt()];
      bytes.asCharBuffer().get(text);
      bytes.position(bytes.position() + Character.BYTES * text.length);
      texts[i] = new String(text);
    }
    int[] codes = new int[rows];
    bytes.asIntBuffer().get(codes);
    return TextColumn.over(name, codes, List.of(texts));
  }
}
