/**
 * All libraries of the framework in one line: a program that requires this module, or has the
 * artifact {@code nn-all}, has them all with the built-in plugins. It is for programs that are
 * tried out. What is shipped is smaller and starts faster with the modules that it uses.
 */
module dev.nn.all {
  requires transitive dev.nn.activations;
  requires transitive dev.nn.core;
  requires transitive dev.nn.data;
  requires transitive dev.nn.dflib;
  requires transitive dev.nn.imports;
  requires transitive dev.nn.init;
  requires transitive dev.nn.lecture;
  requires transitive dev.nn.onnx;
  requires transitive dev.nn.optim;
  requires transitive dev.nn.report;
  requires transitive dev.nn.search;
  requires transitive dev.nn.watch;
}
