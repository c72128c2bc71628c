package dev.nn.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.storage.RDDInfo;
import org.junit.jupiter.api.Test;

/** How much of a table is where. */
class MemoryTest {
  private static final int ROWS = 20_000;
  private static final int NUMBERS = 100;

  private final SparkSession session = Session.local();

  /** Rows of so many numbers, which are made where they are needed. */
  static Dataset<Row> table(SparkSession session, long rows) {
    return session
        .range(0, rows, 1, 16)
        .withColumn("label", functions.expr("double(id % 3)"))
        .withColumn(
            "features",
            functions.expr("transform(sequence(1, 100), i -> float((id * i) % 1009) / 1009)"))
        .drop("id");
  }

  @Test
  void executorsHoldRowsOnceAsFloatsAndTheDriverGetsNone() throws Exception {
    AtomicLong most = new AtomicLong();
    AtomicLong sent = new AtomicLong();
    SparkListener listener =
        new SparkListener() {
          @Override
          public void onJobStart(SparkListenerJobStart job) {
            long held = 0;
            for (RDDInfo info : session.sparkContext().getRDDStorageInfo()) {
              held += info.memSize() + info.diskSize();
            }
            most.accumulateAndGet(held, Math::max);
          }

          @Override
          public void onTaskEnd(SparkListenerTaskEnd task) {
            sent.addAndGet(task.taskMetrics().resultSize());
          }
        };
    session.sparkContext().addSparkListener(listener);
    try {
      Spirals.classifier().setMaxIter(1).setRounds(2).fit(table(session, ROWS));
      session.sparkContext().listenerBus().waitUntilEmpty();
    } finally {
      session.sparkContext().removeSparkListener(listener);
    }
    // With each row, its label and its weight.
    double bytes = 4.0 * ROWS * (NUMBERS + 2);
    assertEquals(1, most.get() / bytes, 0.01, () -> most + " bytes are held");
    assertTrue(sent.get() < 0.05 * bytes, () -> sent + " bytes came to the driver");
  }
}
