package dev.nn.data.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlockBuilderTest {
  private static void row(BlockBuilder rows, double value) {
    ((ColumnBuilder.Numbers) rows.column(0)).add(value);
    rows.endRow();
  }

  /** A file that has to be read again is read to its end all the same, however long it is. */
  @Test
  void whoIsAbandonedHoldsLittleAndHandsOnNothing() {
    List<Table> blocks = new ArrayList<>();
    List<BlockBuilder> both =
        List.of(
            BlockBuilder.blocks(
                "t", List.of("x"), List.of(ColumnBuilder.Numbers::new), blocks::add),
            BlockBuilder.whole(
                "t", List.of("x"), List.of(ColumnBuilder.Numbers::new), blocks::add));
    for (BlockBuilder rows : both) {
      row(rows, 1);
      rows.abandon();
      int most = 0;
      for (int i = 0; i < 100_000; i++) {
        row(rows, i);
        most = Math.max(most, rows.rowsHeld());
      }
      assertTrue(most < BlockBuilder.rowsOfBlock(1), () -> "rows are held");
    }
    assertEquals(List.of(), blocks);
  }
}
