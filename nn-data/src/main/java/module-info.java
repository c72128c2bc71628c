/** Tables, schemas, readers, bundled data sets and splits. */
module dev.nn.data {
  requires transitive dev.nn.core;
  requires ch.randelshofer.fastdoubleparser;
  requires com.google.common;
  requires de.siegmar.fastcsv;
  requires java.sql;
  requires static org.jspecify;

  exports dev.nn.data;
  exports dev.nn.data.judge;
  exports dev.nn.data.schema;
  exports dev.nn.data.table;

  uses java.sql.Driver;
}
