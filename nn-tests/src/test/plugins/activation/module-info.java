module acme.activation {
  requires dev.nn.api;

  provides dev.nn.api.Activation with
      acme.activation.Swish;
}
