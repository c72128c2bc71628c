package dev.nn.spark;

import dev.nn.math.CounterRandom;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * A table as people have them: numbers of which some are missing, texts, a date, a column of
 * arrays. Of its two targets, {@code sold} is 3 · size + 20 in the north, and {@code kind} says by
 * thirds how large the size is.
 */
final class Shops {
  static final String ROLES = "id=ignore, tags=ignore, opened=date, region=categorical, ";

  private Shops() {}

  static StructType schema() {
    return new StructType()
        .add("id", DataTypes.LongType)
        .add("size", DataTypes.DoubleType)
        .add("staff", DataTypes.IntegerType)
        .add("region", DataTypes.StringType)
        .add("opened", DataTypes.DateType)
        .add("tags", DataTypes.createArrayType(DataTypes.StringType))
        .add("kind", DataTypes.StringType)
        .add("sold", DataTypes.DoubleType);
  }

  static Dataset<Row> table(SparkSession session, int count) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      CounterRandom random = CounterRandom.of(17, i);
      double size = 30 * random.nextDouble();
      boolean isNorth = random.nextDouble() < 0.5;
      rows.add(
          RowFactory.create(
              (long) i,
              size,
              i % 10 == 0 ? null : (Integer) (int) (size / 2 + 3 * random.nextDouble()),
              isNorth ? "north" : "south",
              Date.valueOf(LocalDate.of(2020, 1, 1).plusDays(i % 700)),
              new String[] {"a", "b"},
              size < 10 ? "small" : size < 20 ? "middle" : "large",
              3 * size + (isNorth ? 20 : 0)));
    }
    return session.createDataFrame(rows, schema());
  }
}
