package com.acme.plugins;

import dev.nn.api.Layer;
import dev.nn.testkit.LayerContract;

class ScaleTest implements LayerContract {
  @Override
  public Layer plugin() {
    return new Scale();
  }
}
