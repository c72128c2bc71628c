/** Search for the specs that do best. */
module dev.nn.search {
  requires transitive dev.nn.data;
  requires com.fasterxml.jackson.databind;
  requires static org.jspecify;

  exports dev.nn.search;
}
