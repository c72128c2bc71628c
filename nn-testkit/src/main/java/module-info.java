/**
 * The rules for plugins: as contract tests that plugin authors run on their own plugins, and as a
 * library that needs no JUnit.
 */
module dev.nn.testkit {
  requires transitive dev.nn.core;
  requires transitive org.opentest4j;
  // Only the contracts are JUnit tests; who runs rules by the library alone needs none.
  requires static org.junit.jupiter.api;
  requires static org.jspecify;

  exports dev.nn.testkit;
  exports dev.nn.testkit.check;
}
