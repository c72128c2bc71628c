package dev.nn.spark.cluster;

import dev.nn.api.DataException;
import dev.nn.api.NnException;
import dev.nn.spark.round.Recipe;
import dev.nn.spark.round.RowKey;
import java.util.Iterator;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The rows of one partition of a table as bytes behind their hash. */
final class KeyedRows implements Iterator<byte[]> {
  private static final Logger LOG = LoggerFactory.getLogger("dev.nn.spark.Training");

  private final Recipe recipe;
  private final SparkShards.Sharding sharding;
  private final int partition;
  private final Iterator<Row> rows;
  private @Nullable RowReader reader;
  private long index;
  private boolean isDone;

  KeyedRows(Recipe recipe, SparkShards.Sharding sharding, int partition, Iterator<Row> rows) {
    this.recipe = recipe;
    this.sharding = sharding;
    this.partition = partition;
    this.rows = rows;
  }

  @Override
  public boolean hasNext() {
    boolean hasNext = rows.hasNext();
    if (!hasNext && reader != null && !isDone) {
      isDone = true;
      reader.lostDigits(partition).forEach(LOG::warn);
    }
    return hasNext;
  }

  @Override
  public byte[] next() {
    Row row = rows.next();
    RowReader reading = reader();
    try {
      float[] packed = reading.read(row);
      long hash =
          sharding.columns().hasKey()
              ? RowKey.ofKey(key(row), sharding.seed())
              : RowKey.ofContent(packed, sharding.seed());
      index++;
      return RowKey.of(packed, hash);
    } catch (DataException e) {
      throw new DataException(reading.place(row, partition, index) + ": " + e.getMessage(), e);
    }
  }

  private RowReader reader() {
    RowReader made = reader;
    if (made == null) {
      Workplace.trainer(recipe, sharding.origins());
      made = new RowReader(sharding.columns(), recipe);
      reader = made;
    }
    return made;
  }

  private Object key(Row row) throws NnException {
    Object key = row.get(sharding.columns().keyAt());
    if (key == null) {
      throw new DataException(
          "column %s is null, but it is the key that tells rows apart"
              .formatted(sharding.columns().key()));
    }
    return key;
  }
}
