/** The example applications and their launcher. */
module dev.nn.examples {
  requires ascii.table;
  requires com.fasterxml.jackson.core;
  requires com.google.common;
  requires de.siegmar.fastcsv;
  requires dev.nn.data;
  requires dev.nn.report;
  requires dev.nn.watch;
  requires dev.nn.lecture;
  requires dev.nn.playground;
  requires dev.nn.search;
  requires dev.nn.testkit;
  requires dev.nn.onnx;
  requires dev.nn.imports;
  requires info.picocli;
  requires me.tongfei.progressbar;
  requires static org.jspecify;

  // picocli sets the fields of the commands.
  opens dev.nn.examples to
      info.picocli;
  opens dev.nn.examples.bench to
      info.picocli;
  opens dev.nn.examples.convert to
      info.picocli;
  opens dev.nn.examples.lecture to
      info.picocli;
  opens dev.nn.examples.models to
      info.picocli;
  opens dev.nn.examples.onnx to
      info.picocli;
  opens dev.nn.examples.playground to
      info.picocli;
  opens dev.nn.examples.plugins to
      info.picocli;
  opens dev.nn.examples.report to
      info.picocli;
  opens dev.nn.examples.search to
      info.picocli;
  opens dev.nn.examples.tables to
      info.picocli;
  opens dev.nn.examples.terminal to
      info.picocli;
  opens dev.nn.examples.training to
      info.picocli;
}
