package com.acme.plugins;

import dev.nn.api.Initializer;
import dev.nn.testkit.InitializerContract;
import dev.nn.testkit.check.Promise;

class SignsTest implements InitializerContract {
  @Override
  public Initializer plugin() {
    return new Signs(2);
  }

  @Override
  public Promise promise(int fanIn, int fanOut) {
    double size = 2 / Math.sqrt(fanIn);
    return Promise.NONE.withMoments(0, size).withRange(-size, size);
  }
}
