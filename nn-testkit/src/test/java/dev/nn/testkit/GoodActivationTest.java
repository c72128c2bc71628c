package dev.nn.testkit;

import dev.nn.api.Activation;
import dev.nn.core.plugin.PluginRegistry;

class GoodActivationTest implements ActivationContract {
  private final Activation plugin = new GoodActivation();

  @Override
  public Activation plugin() {
    return plugin;
  }

  @Override
  public PluginRegistry registry() {
    return PluginRegistry.of(plugin);
  }
}
