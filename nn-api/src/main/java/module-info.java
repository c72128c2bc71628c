/** The interfaces that plugins implement. */
module dev.nn.api {
  requires transitive dev.nn.math;
  requires static org.jspecify;

  exports dev.nn.api;
  exports dev.nn.api.expression;
}
