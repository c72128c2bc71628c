package dev.nn.spark.table;

import dev.nn.api.DataException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/** The rows of a partition with features and labels, some at a time. */
final class EncodedRows implements Iterator<Row> {
  private static final int BLOCK = 1024;

  private final RowEncoder encoder;
  private final Iterator<Row> rows;
  private final int partition;
  private final List<Row> block = new ArrayList<>();
  private final List<Row> cells = new ArrayList<>();
  private Vector[] features = {};
  private @Nullable Object[] labels = {};
  private long before;
  private int next;

  EncodedRows(RowEncoder encoder, Iterator<Row> rows, int partition) {
    this.encoder = encoder;
    this.rows = rows;
    this.partition = partition;
  }

  @Override
  public boolean hasNext() {
    return next < block.size() || rows.hasNext();
  }

  @Override
  public Row next() {
    if (next == block.size()) {
      read();
    }
    int at = next++;
    Row row = block.get(at);
    int kept = row.length() - 1;
    @Nullable Object[] values = new Object[kept + (encoder.hasLabels() ? 2 : 1)];
    for (int i = 0; i < kept; i++) {
      values[i] = row.get(i);
    }
    values[kept] = features[at];
    if (encoder.hasLabels()) {
      values[kept + 1] = labels[at];
    }
    return RowFactory.create(values);
  }

  private void read() {
    before += block.size();
    next = 0;
    block.clear();
    cells.clear();
    while (block.size() < BLOCK && rows.hasNext()) {
      Row row = rows.next();
      block.add(row);
      cells.add(row.getStruct(row.length() - 1));
    }
    try {
      features = encoder.features(cells);
      labels = encoder.labels(cells);
    } catch (DataException e) {
      throw located(e);
    }
  }

  /** The error of the first row that has one, with its place. */
  private DataException located(DataException ofBlock) {
    for (int i = 0; i < cells.size(); i++) {
      try {
        encoder.features(cells.subList(i, i + 1));
        encoder.labels(cells.subList(i, i + 1));
      } catch (DataException e) {
        String file = cells.get(i).getString(2);
        String place =
            "row %s of partition %s%s"
                .formatted(before + i, partition, file.isEmpty() ? "" : " (file " + file + ")");
        String what = String.valueOf(e.getMessage()).replaceFirst("^row 1, ", "");
        return new DataException(place + ": " + what, e);
      }
    }
    return ofBlock;
  }
}
