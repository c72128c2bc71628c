/** What became of a training, as one HTML file or as single plots. */
module dev.nn.report {
  requires transitive dev.nn.core;
  requires transitive dev.nn.data;
  requires com.fasterxml.jackson.core;
  requires com.j2html;
  requires java.desktop;
  requires static org.jspecify;
  requires xchart;

  exports dev.nn.report;
}
