package dev.nn.data.schema;

import dev.nn.data.table.Column;

/** Learns from a column, block by block, in one pass or more. */
interface ColumnFit {

  /** A pass begins, perhaps once more; what it had shown so far does not count. */
  void begin();

  /** Takes the next cells. */
  void add(Column block);

  /** A pass has ended; whether another one is needed. */
  default boolean needsMore() {
    return false;
  }

  /** What was learnt. */
  FeatureEncoder encoder();
}
