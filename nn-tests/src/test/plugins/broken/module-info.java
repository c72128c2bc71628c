module acme.broken {
  requires dev.nn.testkit;

  provides java.util.function.Supplier with
      acme.broken.Verdicts;
}
