package com.acme.plugins;

import dev.nn.api.Activation;
import dev.nn.testkit.ActivationContract;

class BumpTest implements ActivationContract {
  @Override
  public Activation plugin() {
    return new Bump(0.25);
  }
}
