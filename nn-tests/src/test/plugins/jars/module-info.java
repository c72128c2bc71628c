module user.jars {
  requires dev.nn.core;
}
