package dev.nn.spark;

import org.apache.spark.sql.SparkSession;

/** A session on two threads of this virtual machine, which all tests share. */
final class Session {
  private Session() {}

  static SparkSession local() {
    return SparkSession.builder()
        .master("local[2]")
        .appName("nn-spark tests")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.sql.shuffle.partitions", "2")
        .config("spark.serializer", "org.apache.spark.serializer.KryoSerializer")
        .config("spark.sql.warehouse.dir", "target/warehouse")
        .getOrCreate();
  }
}
