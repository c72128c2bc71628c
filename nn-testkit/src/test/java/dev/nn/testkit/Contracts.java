package dev.nn.testkit;

import dev.nn.api.Activation;
import dev.nn.api.Initializer;
import dev.nn.api.Layer;
import dev.nn.api.Loss;
import dev.nn.api.Optimizer;
import dev.nn.api.Plugin;
import dev.nn.api.Schedule;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.testkit.check.Promise;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** The test of an author, for a plugin of any kind. */
final class Contracts {
  private Contracts() {}

  record OfActivation(Activation plugin, PluginRegistry registry) implements ActivationContract {}

  record OfInitializer(Initializer plugin, PluginRegistry registry) implements InitializerContract {
    @Override
    public Promise promise(int fanIn, int fanOut) {
      return BrokenInitializers.PROMISE;
    }
  }

  record OfLayer(Layer plugin, PluginRegistry registry) implements LayerContract {}

  record OfLoss(Loss plugin, PluginRegistry registry) implements LossContract {}

  record OfOptimizer(Optimizer plugin, PluginRegistry registry) implements OptimizerContract {}

  record OfSchedule(Schedule plugin, PluginRegistry registry) implements ScheduleContract {}

  private static PluginContract<?> of(Plugin plugin, PluginRegistry registry) {
    if (plugin instanceof Activation activation) {
      return new OfActivation(activation, registry);
    }
    if (plugin instanceof Initializer initializer) {
      return new OfInitializer(initializer, registry);
    }
    if (plugin instanceof Layer layer) {
      return new OfLayer(layer, registry);
    }
    if (plugin instanceof Loss loss) {
      return new OfLoss(loss, registry);
    }
    return plugin instanceof Optimizer optimizer
        ? new OfOptimizer(optimizer, registry)
        : new OfSchedule((Schedule) plugin, registry);
  }

  /** By the names of the tests, what each throws. */
  static Map<String, Optional<Throwable>> outcomes(Plugin plugin, PluginRegistry registry)
      throws IllegalAccessException {
    PluginContract<?> contract = of(plugin, registry);
    Map<String, Optional<Throwable>> outcomes = new TreeMap<>();
    for (Method test : contract.getClass().getMethods()) {
      if (test.isAnnotationPresent(Test.class)) {
        TestReporter reporter = entries -> {};
        Object[] arguments =
            test.getParameterCount() == 0 ? new Object[0] : new Object[] {reporter};
        try {
          test.invoke(contract, arguments);
          outcomes.put(test.getName(), Optional.empty());
        } catch (InvocationTargetException e) {
          outcomes.put(test.getName(), Optional.of(e.getCause()));
        }
      }
    }
    return outcomes;
  }
}
