/** A page in the browser on which one watches a network learn. */
module dev.nn.playground {
  requires transitive dev.nn.core;
  requires com.fasterxml.jackson.core;
  requires dev.nn.data;
  requires jdk.httpserver;
  requires static org.jspecify;

  exports dev.nn.playground;
  exports dev.nn.playground.data;
  exports dev.nn.playground.recipe;
}
