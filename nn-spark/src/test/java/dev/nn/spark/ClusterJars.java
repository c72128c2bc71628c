package dev.nn.spark;

import dev.nn.api.Plugin;
import dev.nn.math.Matrix;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** The jars of a cluster: Spark's, ours, and those of third parties. */
final class ClusterJars {
  private ClusterJars() {}

  /** What a cluster has without us. */
  static String ofSpark() {
    return joined(entries().filter(entry -> !isOurs(entry)).toList());
  }

  /** A class path. */
  static String joined(List<Path> entries) {
    return entries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  private static Stream<Path> entries() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.isEmpty())
        .map(Path::of)
        .filter(Files::exists);
  }

  private static boolean isOurs(Path entry) {
    String name = entry.getFileName().toString();
    return Files.isDirectory(entry)
        || name.startsWith("nn-")
        || name.startsWith("fastdoubleparser-");
  }

  /** What an application brings along: our modules and these tests, folders of classes as jars. */
  static List<Path> ofApplication(Path into) throws IOException {
    Files.createDirectories(into);
    List<Path> jars = new ArrayList<>();
    for (Path entry : entries().filter(ClusterJars::isOurs).toList()) {
      jars.add(Files.isDirectory(entry) ? jar(entry, into.resolve(jars.size() + ".jar")) : entry);
    }
    return jars;
  }

  private static Path jar(Path classes, Path jar) throws IOException {
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out);
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = classes.relativize(file).toString().replace(File.separatorChar, '/');
        entries.putNextEntry(new JarEntry(name));
        Files.copy(file, entries);
        entries.closeEntry();
      }
    }
    return jar;
  }

  /**
   * The jar of a third party with an activation of this name.
   *
   * @param value its value at {@code z}, as an expression
   */
  static Path activation(Path folder, String name, String value) throws IOException {
    Path classes = Files.createDirectories(folder.resolve(name));
    Path source =
        Files.writeString(
            folder.resolve("Bent.java"),
            """
            package acme.%1$s;

            public record Bent() implements dev.nn.api.ElementwiseActivation {
              public String name() {
                return "%1$s";
              }

              public String description() {
                return "one of a third party";
              }

              public dev.nn.api.Options options() {
                return dev.nn.api.Options.NONE;
              }

              public Bent withOptions(dev.nn.api.Options complete) {
                return this;
              }

              public float value(float z) {
                return %2$s;
              }

              public float derivative(float z, float a) {
                return z > 0 ? 1 : 0.5f;
              }

              static float fail() {
                throw new IllegalStateException("the parts do not fit");
              }
            }
            """
                .formatted(name, value));
    String classPath = joined(List.of(locationOf(Plugin.class), locationOf(Matrix.class)));
    int failed =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-proc:none",
                "-cp",
                classPath,
                "-d",
                classes.toString(),
                source.toString());
    if (failed != 0) {
      throw new AssertionError(source + " does not compile");
    }
    Path service = classes.resolve("META-INF/services/dev.nn.api.Activation");
    Files.createDirectories(service.getParent());
    Files.writeString(service, "acme." + name + ".Bent\n");
    return jar(classes, folder.resolve("acme-" + name + ".jar"));
  }

  private static Path locationOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new UncheckedIOException(new IOException(e));
    }
  }
}
