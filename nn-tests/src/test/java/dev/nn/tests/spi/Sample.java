package dev.nn.tests.spi;

import dev.nn.api.Kind;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.tests.project.Layers;
import dev.nn.tests.project.OurModules;
import dev.nn.tests.project.Project;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.UnaryOperator;

/** A plugin project in its own jar, and the sample application beside it. */
final class Sample implements AutoCloseable {
  private final Kind kind;
  private final String plugin;
  private final URLClassLoader loader;
  private final UnaryOperator<Map<String, Object>> onClassPath;
  private final UnaryOperator<Map<String, Object>> onModulePath;

  private Sample(Kind kind, String plugin, URLClassLoader loader, ModuleLayer layer) {
    this.kind = kind;
    this.plugin = plugin;
    this.loader = loader;
    this.onClassPath = application(ServiceLoader.load(UnaryOperator.class, loader));
    this.onModulePath = application(ServiceLoader.load(layer, UnaryOperator.class));
  }

  /**
   * Compiles a plugin project against nn-api alone and puts it beside the application, on a class
   * path and on a module path.
   *
   * @param plugin the name of the plugin that it provides
   */
  static Sample of(String project, Kind kind, String plugin, Path folder) throws IOException {
    Project plugins = Project.sample(project);
    Project application = Project.sample("application");
    URL[] classPath = {
      plugins.jarForClassPath(OurModules.api(), folder).toUri().toURL(),
      application.jarForClassPath(OurModules.application(), folder).toUri().toURL()
    };
    // Nothing here names the plugin's module: it comes because it provides what nn-core uses.
    ModuleLayer layer =
        Layers.over(
            Layers.framework(),
            "user.application",
            plugins.jarForModulePath(OurModules.api(), folder),
            application.jarForModulePath(OurModules.application(), folder));
    return new Sample(
        kind, plugin, new URLClassLoader(classPath, Sample.class.getClassLoader()), layer);
  }

  @SuppressWarnings("unchecked")
  private static UnaryOperator<Map<String, Object>> application(ServiceLoader<?> services) {
    return (UnaryOperator<Map<String, Object>>) services.iterator().next();
  }

  /** The plugins on the class path, the project's among them. */
  PluginRegistry registry() {
    return PluginRegistry.load(loader);
  }

  /** Trains with the application. */
  Report train(Where where, Experiment experiment) {
    Map<String, Object> wish = experiment.wish();
    wish.put("kind", kind.name());
    wish.put("plugin", plugin);
    return Report.of((where == Where.CLASS_PATH ? onClassPath : onModulePath).apply(wish));
  }

  @Override
  public void close() throws IOException {
    loader.close();
  }
}
