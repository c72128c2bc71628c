package com.acme.osgi.bundle;

import dev.nn.api.Shape;
import dev.nn.core.Model;
import dev.nn.core.Network;
import dev.nn.core.Trainer;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.plugin.PluginRegistry;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.wiring.BundleWiring;

/** Trains with the plugins of all bundles that are installed when it is started. */
public final class Activator implements BundleActivator {

  @Override
  public void start(BundleContext context) {
    PluginRegistry registry = pluginsOf(context);
    Network network =
        Network.of(
            registry,
            Shape.of(2),
            "dense(units=8, activation=acme.bump)",
            "dense(units=1, activation=sigmoid)");
    float[][] inputs = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
    Model model =
        Trainer.builder()
            .registry(registry)
            .loss("binary_crossentropy")
            .optimizer("adam(learning_rate=0.05)")
            .epochs(100)
            .seed(1)
            .build()
            .fit(network, Dataset.binary(inputs, new int[] {0, 1, 1, 0}))
            .model();
    System.out.println("weights sha256 " + model.weightsSha256());
  }

  @Override
  public void stop(BundleContext context) {}

  /** A bundle sees its own plugins only, so those of all are joined. */
  private static PluginRegistry pluginsOf(BundleContext context) {
    PluginRegistry registry = PluginRegistry.of();
    for (Bundle bundle : context.getBundles()) {
      if (bundle.findEntries("META-INF/services", "dev.nn.api.*", false) != null) {
        ClassLoader loader = bundle.adapt(BundleWiring.class).getClassLoader();
        registry = registry.and(PluginRegistry.load(loader));
      }
    }
    return registry;
  }
}
