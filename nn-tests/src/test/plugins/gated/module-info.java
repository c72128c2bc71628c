module acme.gated {
  requires dev.nn.api;

  provides dev.nn.api.Layer with
      acme.gated.GatedLinearUnit;
}
