module acme.optimizers {
  requires dev.nn.api;

  provides dev.nn.api.Optimizer with
      acme.optimizers.Accumulating,
      acme.optimizers.Layerwise;
}
