/** Models that other tools saved, in the files of those tools, and weights on their way back. */
module dev.nn.imports {
  requires transitive dev.nn.core;
  requires com.fasterxml.jackson.databind;
  requires io.jhdf;
  requires java.xml;
  requires static org.jspecify;

  exports dev.nn.imports;
}
