package dev.nn.core.plugin;

import dev.nn.api.Plugin;
import dev.nn.math.Matrix;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles plugins and packs them into jar files, as their authors do. */
public final class PluginJars {
  private PluginJars() {}

  /** Compiles classes, given as sources by full name, into a new folder. */
  public static Path compile(Path parent, Map<String, String> sources, String... options) {
    try {
      Path classes = Files.createTempDirectory(parent, "classes");
      List<String> all = new ArrayList<>(List.of("-d", classes.toString(), "-proc:none"));
      all.addAll(Arrays.asList(options));
      if (options.length == 0) {
        all.addAll(
            List.of(
                "-cp",
                locationOf(Plugin.class)
                    + System.getProperty("path.separator")
                    + locationOf(Matrix.class)));
      }
      List<JavaFileObject> files = new ArrayList<>();
      sources.forEach((name, source) -> files.add(new Source(name, source)));
      JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
      StringWriter output = new StringWriter();
      try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
        if (!compiler.getTask(output, manager, null, all, null, files).call()) {
          throw new AssertionError(output);
        }
      }
      return classes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Packs files, given as contents by path, into a jar. */
  public static Path jar(Path jar, Map<String, byte[]> files) {
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out)) {
      for (Map.Entry<String, byte[]> file : new TreeMap<>(files).entrySet()) {
        entries.putNextEntry(new JarEntry(file.getKey()));
        entries.write(file.getValue());
        entries.closeEntry();
      }
      return jar;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a file, and the folders that it needs. */
  public static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The files of a folder, by path, that start so. */
  public static Map<String, byte[]> filesOf(Path folder, String prefix) {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(path).toString().replace('\\', '/');
        if (name.startsWith(prefix)) {
          files.put(name, Files.readAllBytes(path));
        }
      }
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** What a plugin jar looks like on the class path. */
  public static URLClassLoader loader(List<Path> jars) {
    return new URLClassLoader(
        jars.stream().map(PluginJars::url).toArray(URL[]::new), Plugin.class.getClassLoader());
  }

  /**
   * A layer with these jars, explicit or automatic modules; they read the class path, where our
   * modules are in tests.
   */
  public static ModuleLayer layer(List<Path> jars) {
    ModuleFinder finder = ModuleFinder.of(jars.toArray(Path[]::new));
    Set<String> names =
        finder.findAll().stream()
            .map(module -> module.descriptor().name())
            .collect(java.util.stream.Collectors.toSet());
    Configuration configuration =
        ModuleLayer.boot().configuration().resolve(finder, ModuleFinder.of(), names);
    ModuleLayer.Controller controller =
        ModuleLayer.defineModulesWithOneLoader(
            configuration, List.of(ModuleLayer.boot()), Plugin.class.getClassLoader());
    controller.layer().modules().stream()
        .filter(module -> !module.getDescriptor().isAutomatic())
        .forEach(module -> controller.addReads(module, Plugin.class.getModule()));
    return controller.layer();
  }

  public static Path locationOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  private static URL url(Path path) {
    try {
      return path.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new AssertionError(e);
    }
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String source;

    Source(String name, String source) {
      super(URI.create("string:///" + name.replace('.', '/') + ".java"), Kind.SOURCE);
      this.source = source;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return source;
    }
  }
}
