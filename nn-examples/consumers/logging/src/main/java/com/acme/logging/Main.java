package com.acme.logging;

import dev.nn.api.Kind;
import dev.nn.core.plugin.PluginRegistry;

/** Looks plugins up, twice; the services file of this program names a class that is not there. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    for (int i = 0; i < 2; i++) {
      System.out.println("found " + PluginRegistry.load().names(Kind.ACTIVATION).contains("relu"));
    }
  }
}
