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
   * The plugin that is tested. Where it holds another plugin, that one must be an object and no
   * reference such as {@code Activation.named("relu")}; layers and the rules P excepted.
   */
  P plugin();

  /**
   * Where plugins are found by name; the plugin that is tested must be among them. By default these
   * are all on the path. If the plugin is registered as a service it is found as a file would find
   * it, with its default hyper-parameters, which is what rules P2 and P3 compare with; if it is not
   * registered yet, the one that is tested stands for it.
   */
  default PluginRegistry registry() {
    return PluginRegistry.of(plugin()).and(PluginRegistry.load());
  }

  /** Rule P1: {@link PluginChecks#nameIsLegal} says what it asks for. */
  @Test
  default void p1NameIsLegal() {
    Rule.numbered("P1", () -> PluginChecks.nameIsLegal(plugin()));
  }

  /** Rule P2: {@link RoundTripChecks#optionsRoundTrip} says what it asks for. */
  @Test
  default void p2OptionsRoundTrip() {
    Rule.numbered("P2", () -> RoundTripChecks.optionsRoundTrip(plugin(), registry()));
  }

  /** Rule P3: {@link RoundTripChecks#specRoundTrip} says what it asks for. */
  @Test
  default void p3SpecRoundTrip() {
    Rule.numbered("P3", () -> RoundTripChecks.specRoundTrip(plugin(), registry()));
  }

  /** Rule P4: {@link PluginChecks#unknownOptionIsRefused} says what it asks for. */
  @Test
  default void p4UnknownOptionIsRefused() {
    Rule.numbered("P4", () -> PluginChecks.unknownOptionIsRefused(plugin(), registry()));
  }

  /** Rule P5: {@link PluginChecks#outOfRangeIsRefused} says what it asks for. */
  @Test
  default void p5OutOfRangeIsRefused() {
    Rule.numbered("P5", () -> PluginChecks.outOfRangeIsRefused(plugin()));
  }

  /** Rule P6: {@link StateChecks#isDeterministic} says what it asks for. */
  @Test
  default void p6IsDeterministic() {
    Rule.numbered("P6", () -> StateChecks.isDeterministic(plugin(), registry()));
  }

  /** Rule P7: {@link StateChecks#servesEightThreads} says what it asks for. */
  @Test
  default void p7ServesEightThreads() {
    Rule.numbered("P7", () -> StateChecks.servesEightThreads(plugin(), registry()));
  }

  /** Rule P8: {@link PluginChecks#warnOfInexactMath} says what it asks for. */
  @Test
  default void p8WarnOfInexactMath(TestReporter reporter) {
    Rule.numbered("P8", () -> PluginChecks.warnOfInexactMath(plugin(), Warnings.to(reporter)));
  }

  /** Rule P9: {@link OptionChecks#everyOptionHasAnEffect} says what it asks for. */
  @Test
  default void p9EveryOptionHasAnEffect() {
    Rule.numbered("P9", () -> OptionChecks.everyOptionHasAnEffect(plugin(), registry()));
  }
}
