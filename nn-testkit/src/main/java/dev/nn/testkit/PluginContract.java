package dev.nn.testkit;

import dev.nn.api.Plugin;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.testkit.check.OptionChecks;
import dev.nn.testkit.check.PluginChecks;
import dev.nn.testkit.check.RoundTripChecks;
import dev.nn.testkit.check.Rule;
import dev.nn.testkit.check.StateChecks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * The rules for plugins of all kinds; {@link PluginChecks}, {@link RoundTripChecks}, {@link
 * StateChecks} and {@link OptionChecks} say what each rule means. A test implements the interface
 * of its kind, such as {@link ActivationContract}.
 *
 * @param <P> the kind of plugin
 */
public interface PluginContract<P extends Plugin> {

  /**
   * Returns the plugin that is tested. If it holds another plugin, that one must be an object and
   * not a reference such as {@code Activation.named("relu")}. Layers and the rules P allow
   * references too.
   */
  P plugin();

  /**
   * Returns where plugins are found by name. The plugin that is tested must be among them. By
   * default these are all plugins on the class path or module path. If the plugin is registered as
   * a service, it is found as a saved model would find it, with its default hyper-parameters, and
   * rules P2 and P3 compare with that one. If it is not registered yet, the plugin that is tested
   * stands for it.
   */
  default PluginRegistry registry() {
    return PluginRegistry.of(plugin()).and(PluginRegistry.load());
  }

  /** Checks rule P1, which {@link PluginChecks#nameIsLegal} explains. */
  @Test
  default void p1NameIsLegal() {
    Rule.numbered("P1", () -> PluginChecks.nameIsLegal(plugin()));
  }

  /** Checks rule P2, which {@link RoundTripChecks#optionsRoundTrip} explains. */
  @Test
  default void p2OptionsRoundTrip() {
    Rule.numbered("P2", () -> RoundTripChecks.optionsRoundTrip(plugin(), registry()));
  }

  /** Checks rule P3, which {@link RoundTripChecks#specRoundTrip} explains. */
  @Test
  default void p3SpecRoundTrip() {
    Rule.numbered("P3", () -> RoundTripChecks.specRoundTrip(plugin(), registry()));
  }

  /** Checks rule P4, which {@link PluginChecks#unknownOptionIsRefused} explains. */
  @Test
  default void p4UnknownOptionIsRefused() {
    Rule.numbered("P4", () -> PluginChecks.unknownOptionIsRefused(plugin(), registry()));
  }

  /** Checks rule P5, which {@link PluginChecks#outOfRangeIsRefused} explains. */
  @Test
  default void p5OutOfRangeIsRefused() {
    Rule.numbered("P5", () -> PluginChecks.outOfRangeIsRefused(plugin()));
  }

  /** Checks rule P6, which {@link StateChecks#isDeterministic} explains. */
  @Test
  default void p6IsDeterministic() {
    Rule.numbered("P6", () -> StateChecks.isDeterministic(plugin(), registry()));
  }

  /** Checks rule P7, which {@link StateChecks#servesEightThreads} explains. */
  @Test
  default void p7ServesEightThreads() {
    Rule.numbered("P7", () -> StateChecks.servesEightThreads(plugin(), registry()));
  }

  /** Checks rule P8, which {@link PluginChecks#warnOfInexactMath} explains. */
  @Test
  default void p8WarnOfInexactMath(TestReporter reporter) {
    Rule.numbered("P8", () -> PluginChecks.warnOfInexactMath(plugin(), Warnings.to(reporter)));
  }

  /** Checks rule P9, which {@link OptionChecks#everyOptionHasAnEffect} explains. */
  @Test
  default void p9EveryOptionHasAnEffect() {
    Rule.numbered("P9", () -> OptionChecks.everyOptionHasAnEffect(plugin(), registry()));
  }
}
