package dev.nn.math;

/** Fills the rows of a matrix, each from a stream of its own; see {@link CounterRandom}. */
final class RandomRows {
  private RandomRows() {}

  static void uniform(long key, Matrix into, long firstRow) {
    float[] data = into.data();
    int columns = into.columns();
    for (int i = 0; i < into.rows(); i++) {
      long rowKey = CounterHash.extend(key, firstRow + i);
      int start = into.rowStart(i);
      for (int j = 0; j < columns; j++) {
        data[start + j] = (CounterHash.bits(rowKey, j) >>> 40) * 0x1p-24f;
      }
    }
  }

  static void normal(long key, Matrix into, long firstRow) {
    float[] data = into.data();
    int columns = into.columns();
    for (int i = 0; i < into.rows(); i++) {
      long rowKey = CounterHash.extend(key, firstRow + i);
      int start = into.rowStart(i);
      for (int j = 0; j < columns; j++) {
        data[start + j] = NormalQuantile.deviate(CounterHash.bits(rowKey, j));
      }
    }
  }
}
