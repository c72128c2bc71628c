package com.acme.plugins;

import dev.nn.api.Activation;
import dev.nn.testkit.ActivationContract;

class BentTest implements ActivationContract {
  @Override
  public Activation plugin() {
    return new Bent(0.3);
  }
}
