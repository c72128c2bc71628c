package user.jars;

import dev.nn.api.Kind;
import dev.nn.api.Plugin;
import dev.nn.api.Shape;
import dev.nn.core.Model;
import dev.nn.core.Network;
import dev.nn.core.plugin.PluginRegistry;
import java.nio.file.Path;
import java.util.Arrays;

/** Loads the jars that its arguments name, and tells what is in them. */
public final class Main {
  private Main() {}

  public static void main(String[] jars) {
    Path[] paths = Arrays.stream(jars).map(Path::of).toArray(Path[]::new);
    try (PluginRegistry registry = PluginRegistry.load(paths)) {
      for (Kind kind : Kind.values()) {
        for (Plugin plugin : registry.plugins(kind)) {
          if (plugin.name().startsWith("acme.")) {
            Class<?> type = plugin.getClass();
            String module = String.valueOf(type.getModule().getName());
            boolean isApart = type.getClassLoader() != Main.class.getClassLoader();
            System.out.println(
                plugin.name() + " in module " + module + (isApart ? " apart: " : " not apart: ")
                    + plugin.description());
          }
        }
      }
      Network network =
          Network.of(registry, Shape.of(2), "dense(units=3, activation=acme.left)");
      System.out.println("predicts " + Model.initial(network, 1).predict(new float[2]).length);
      registry.faults().forEach(System.out::println);
    }
  }
}
