module user.application {
  requires dev.nn.core;

  provides java.util.function.UnaryOperator with
      user.application.Experiment;
}
