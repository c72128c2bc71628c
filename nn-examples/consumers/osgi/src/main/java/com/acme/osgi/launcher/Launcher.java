package com.acme.osgi.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

/** Starts an OSGi framework with the bundles whose files are its arguments. */
public final class Launcher {
  private Launcher() {}

  public static void main(String[] arguments) throws Exception {
    Path cache = Files.createTempDirectory("bundles");
    Framework framework =
        ServiceLoader.load(FrameworkFactory.class)
            .findFirst()
            .orElseThrow()
            .newFramework(Map.of("org.osgi.framework.storage", cache.toString()));
    framework.start();
    try {
      BundleContext context = framework.getBundleContext();
      List<Bundle> bundles = new ArrayList<>();
      for (String file : arguments) {
        bundles.add(context.installBundle(Path.of(file).toUri().toString()));
      }
      for (Bundle bundle : bundles) {
        bundle.start();
      }
    } finally {
      framework.stop();
      framework.waitForStop(10_000);
    }
  }
}
