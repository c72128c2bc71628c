/** A program that predicts, small enough for an image of jlink. */
module com.acme.inference {
  requires dev.nn.core;
}
