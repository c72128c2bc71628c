/** Data frames of DFLib as tables, and tables as data frames. */
module dev.nn.dflib {
  requires transitive dev.nn.data;
  requires transitive dflib;
  requires static org.jspecify;

  exports dev.nn.dflib;
}
