/** Plugins of a third party, of all kinds. */
module com.acme.plugins {
  requires transitive dev.nn.api;

  exports com.acme.plugins;

  provides dev.nn.api.Activation with
      com.acme.plugins.Bent,
      com.acme.plugins.Bump;
  provides dev.nn.api.Initializer with
      com.acme.plugins.Signs;
  provides dev.nn.api.Layer with
      com.acme.plugins.Gated,
      com.acme.plugins.Scale;
  provides dev.nn.api.Loss with
      com.acme.plugins.PseudoHuber;
  provides dev.nn.api.Optimizer with
      com.acme.plugins.HeavyBall;
  provides dev.nn.api.Schedule with
      com.acme.plugins.Patient;
}
