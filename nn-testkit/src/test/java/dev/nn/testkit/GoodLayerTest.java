package dev.nn.testkit;

import dev.nn.api.Layer;
import dev.nn.core.plugin.PluginRegistry;

class GoodLayerTest implements LayerContract {
  private final Layer plugin = new GoodLayer();

  @Override
  public Layer plugin() {
    return plugin;
  }

  @Override
  public PluginRegistry registry() {
    return PluginRegistry.of(plugin);
  }
}
