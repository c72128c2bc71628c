module user.contract {
  requires dev.nn.testkit;
  requires org.junit.jupiter.api;
}
