/** Readers, bundled data sets, encoders and splits. */
module dev.nn.data {
  requires transitive dev.nn.core;
  requires de.siegmar.fastcsv;
  requires static org.jspecify;

  exports dev.nn.data;
}
