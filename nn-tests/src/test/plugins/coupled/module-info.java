module acme.coupled {
  requires dev.nn.api;

  provides dev.nn.api.Layer with
      acme.coupled.Normalization;
}
