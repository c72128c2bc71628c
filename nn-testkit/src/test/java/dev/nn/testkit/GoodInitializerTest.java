package dev.nn.testkit;

import dev.nn.api.Initializer;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.testkit.check.Promise;

class GoodInitializerTest implements InitializerContract {
  private final Initializer plugin = new BrokenInitializers.Good();

  @Override
  public Initializer plugin() {
    return plugin;
  }

  @Override
  public Promise promise(int fanIn, int fanOut) {
    return BrokenInitializers.PROMISE;
  }

  @Override
  public PluginRegistry registry() {
    return PluginRegistry.of(plugin);
  }
}
