package dev.nn.data.mapped;

import dev.nn.api.DataException;
import dev.nn.api.Shape;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.dataset.Targets;
import dev.nn.data.schema.FittedSchema;
import dev.nn.data.table.Table;
import dev.nn.math.Matrix;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/**
 * Spilled rows as a fitted schema encodes them. One block is encoded at a time, so that this is for
 * who goes through the rows in order.
 */
public final class SpilledDataset implements Dataset {
  private final Spill rows;
  private final FittedSchema schema;
  private final Shape shape;
  private final Encoded features;
  private final Encoded targets;

  /**
   * @param rows of which all are spilled
   * @throws DataException if there are more than a data set can have
   */
  public SpilledDataset(Spill rows, FittedSchema schema) {
    if (rows.rows() > Integer.MAX_VALUE - 8) {
      throw new DataException(
          "%s: %s rows; a data set has at most %s, convert a part of them"
              .formatted(rows.source(), rows.rows(), Integer.MAX_VALUE - 8));
    }
    this.rows = rows;
    this.schema = schema;
    this.shape = schema.shape();
    this.features = new Encoded(schema.columns(), schema::features);
    this.targets = new Encoded(schema.targetColumns(), schema::targets);
  }

  @Override
  public int rows() {
    return Math.toIntExact(rows.rows());
  }

  @Override
  public Shape shape() {
    return shape;
  }

  @Override
  public Targets targets() {
    return schema.targets();
  }

  @Override
  public List<String> featureNames() {
    return schema.features();
  }

  @Override
  public void readFeatures(int row, Matrix into, int at) {
    features.read(row, into, at);
  }

  @Override
  public void readTarget(int row, Matrix into, int at) {
    targets.read(row, into, at);
  }

  private interface Encoding {
    float[][] of(Table block);
  }

  /** The block that was asked for last. */
  private final class Encoded {
    private final List<String> columns;
    private final Encoding encoding;
    private float[][] encoded = {};
    private long firstRow;

    Encoded(List<String> columns, Encoding encoding) {
      this.columns = columns;
      this.encoding = encoding;
    }

    synchronized void read(int row, Matrix into, int at) {
      Objects.checkIndex(row, rows());
      if (row < firstRow || row >= firstRow + encoded.length) {
        try {
          Table block = rows.block(rows.blockOf(row), columns);
          encoded = encoding.of(block);
          firstRow = block.firstRow();
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
      float[] numbers = encoded[(int) (row - firstRow)];
      System.arraycopy(numbers, 0, into.data(), into.rowStart(at), numbers.length);
    }
  }
}
