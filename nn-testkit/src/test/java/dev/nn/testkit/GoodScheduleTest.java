package dev.nn.testkit;

import dev.nn.api.Schedule;
import dev.nn.core.plugin.PluginRegistry;

class GoodScheduleTest implements ScheduleContract {
  private final Schedule plugin = new BrokenSchedules.Good();

  @Override
  public Schedule plugin() {
    return plugin;
  }

  @Override
  public PluginRegistry registry() {
    return PluginRegistry.of(plugin);
  }
}
