module user.xor {
  requires dev.nn.core;
}
