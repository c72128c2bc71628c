package dev.nn.testkit;

import dev.nn.api.Loss;
import dev.nn.core.plugin.PluginRegistry;

class GoodLossTest implements LossContract {
  private final Loss plugin = new BrokenLosses.Good();

  @Override
  public Loss plugin() {
    return plugin;
  }

  @Override
  public PluginRegistry registry() {
    return PluginRegistry.of(plugin);
  }
}
