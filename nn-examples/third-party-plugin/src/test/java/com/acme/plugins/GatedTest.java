package com.acme.plugins;

import dev.nn.api.Layer;
import dev.nn.testkit.LayerContract;

class GatedTest implements LayerContract {
  @Override
  public Layer plugin() {
    return new Gated(3);
  }
}
