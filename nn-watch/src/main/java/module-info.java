/** Listeners that log and show how a training proceeds, and a search for its learning rate. */
module dev.nn.watch {
  requires transitive dev.nn.core;
  requires com.fasterxml.jackson.core;
  requires de.siegmar.fastcsv;
  requires org.slf4j;
  requires static org.jspecify;

  exports dev.nn.watch;
}
