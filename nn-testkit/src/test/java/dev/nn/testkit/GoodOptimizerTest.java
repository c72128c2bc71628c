package dev.nn.testkit;

import dev.nn.api.Optimizer;
import dev.nn.core.plugin.PluginRegistry;

class GoodOptimizerTest implements OptimizerContract {
  private final Optimizer plugin = new BrokenOptimizers.Good();

  @Override
  public Optimizer plugin() {
    return plugin;
  }

  @Override
  public PluginRegistry registry() {
    return PluginRegistry.of(plugin);
  }
}
