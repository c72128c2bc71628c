/** Contract tests that plugin authors run on their own plugins. */
module dev.nn.testkit {
  requires transitive dev.nn.core;
  requires transitive org.junit.jupiter.api;
  requires static org.jspecify;

  exports dev.nn.testkit;
}
