/** The statements of a lecture on neural networks, each an experiment to run. */
module dev.nn.lecture {
  requires transitive dev.nn.core;
  requires VectorGraphics2D;
  requires ejml.core;
  requires ejml.ddense;
  requires java.desktop;
  requires static org.jspecify;
  requires xchart;

  exports dev.nn.lecture;
  exports dev.nn.lecture.explain;
  exports dev.nn.lecture.picture;
  exports dev.nn.lecture.result;
}
