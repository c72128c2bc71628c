package com.acme.plugins;

import dev.nn.api.Optimizer;
import dev.nn.api.Schedule;
import dev.nn.testkit.OptimizerContract;

class HeavyBallTest implements OptimizerContract {
  @Override
  public Optimizer plugin() {
    return new HeavyBall(Schedule.constant(0.02), 0.8);
  }
}
