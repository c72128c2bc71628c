package dev.nn.core.witness;

import dev.nn.api.Kind;
import dev.nn.api.NnException;
import dev.nn.core.Model;
import dev.nn.core.plugin.PluginRegistry;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A program that tells what it sees of its plugins. Its package is none of the framework's, so that
 * it can be a module of its own.
 */
public final class Witness {
  private Witness() {}

  /**
   * Prints a line for each fault, for each activation, and for each question.
   *
   * @param arguments how the plugins are had: {@code path}, {@code layer} or {@code child-first};
   *     the jars of those that are on no path; and the questions: names of activations, and files
   *     of models, which have a dot
   */
  public static void main(String[] arguments) throws Exception {
    List<Path> jars = Arrays.stream(arguments[1].split(File.pathSeparator)).map(Path::of).toList();
    switch (arguments[0]) {
      case "path" ->
          tell(PluginRegistry.load(), Arrays.copyOfRange(arguments, 2, arguments.length));
      case "layer" ->
          tell(
              PluginRegistry.load(layer(jars)), Arrays.copyOfRange(arguments, 2, arguments.length));
      default -> startIn(new ChildFirst(jars), arguments.clone());
    }
  }

  private static void tell(PluginRegistry registry, String[] questions) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    registry.faults().forEach(fault -> out.println("fault: " + inOneLine(fault.toString())));
    registry.names(Kind.ACTIVATION).forEach(name -> out.println("has: " + name));
    for (String question : questions) {
      out.println(question + ": " + inOneLine(answer(registry, question)));
    }
  }

  private static String answer(PluginRegistry registry, String question) {
    try {
      return question.contains(".")
          ? "predicts " + Model.load(Path.of(question), registry).predict(new float[] {1, 2}).length
          : registry.activation(question).getClass().getName();
    } catch (NnException | IOException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static String inOneLine(String text) {
    return text.replace("\n", " / ");
  }

  /** The jars as modules, each with a class loader of its own, above the modules of the program. */
  private static ModuleLayer layer(List<Path> jars) {
    ModuleFinder finder = ModuleFinder.of(jars.toArray(Path[]::new));
    Set<String> names =
        finder.findAll().stream()
            .map(module -> module.descriptor().name())
            .collect(Collectors.toSet());
    Configuration configuration =
        ModuleLayer.boot().configuration().resolve(finder, ModuleFinder.of(), names);
    return ModuleLayer.boot()
        .defineModulesWithManyLoaders(configuration, Witness.class.getClassLoader());
  }

  /** As a container starts a program, which then finds its plugins on its path. */
  private static void startIn(ClassLoader loader, String[] arguments) throws Exception {
    arguments[0] = "path";
    Thread.currentThread().setContextClassLoader(loader);
    loader
        .loadClass(Witness.class.getName())
        .getMethod("main", String[].class)
        .invoke(null, (Object) arguments);
  }

  /** Looks into its own jars before it asks its parent, as the loaders of web applications do. */
  private static final class ChildFirst extends URLClassLoader {
    ChildFirst(List<Path> jars) {
      super(jars.stream().map(ChildFirst::url).toArray(URL[]::new), Witness.class.getClassLoader());
    }

    private static URL url(Path jar) {
      try {
        return jar.toUri().toURL();
      } catch (MalformedURLException e) {
        throw new AssertionError(e);
      }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      synchronized (getClassLoadingLock(name)) {
        Class<?> known = findLoadedClass(name);
        if (known != null) {
          return known;
        }
        try {
          return findClass(name);
        } catch (ClassNotFoundException e) {
          return super.loadClass(name, resolve);
        }
      }
    }
  }
}
