package com.acme.plugins;

import dev.nn.api.Loss;
import dev.nn.testkit.LossContract;

class PseudoHuberTest implements LossContract {
  @Override
  public Loss plugin() {
    return new PseudoHuber(2);
  }
}
