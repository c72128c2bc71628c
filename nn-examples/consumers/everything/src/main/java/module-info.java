/** A program that requires all libraries in one line. */
module com.acme.everything {
  requires dev.nn.all;
}
