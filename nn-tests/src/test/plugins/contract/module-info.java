module user.contract {
  requires dev.nn.testkit;
}
