module acme.loss {
  requires dev.nn.api;

  provides dev.nn.api.Loss with
      acme.loss.GaussianLikelihood;
}
