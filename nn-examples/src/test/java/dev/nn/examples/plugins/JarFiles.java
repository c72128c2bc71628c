package dev.nn.examples.plugins;

import dev.nn.api.Plugin;
import dev.nn.math.Matrix;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Makes jars of plugins, as their authors do. */
final class JarFiles {
  /**
   * An activation; the marks are for its name, its components, its options, and value and
   * derivative.
   */
  private static final String ACTIVATION =
      """
      package acme;
      public record Cube(%s) implements dev.nn.api.ElementwiseActivation {
        %s
        public String name() { return "acme.cube"; }
        public float value(float z) { %s }
        public float derivative(float z, float a) { %s }
      }
      """;

  private JarFiles() {}

  /** The activation {@code acme.cube} without options. */
  static Path cube(Path jar, String value, String derivative) throws IOException {
    return cube(jar, "", "", value, derivative);
  }

  /** The activation {@code acme.cube} as a record of some components. */
  static Path cube(Path jar, String components, String members, String value, String derivative)
      throws IOException {
    return jar(
        jar,
        "dev.nn.api.Activation",
        "acme.Cube",
        ACTIVATION.formatted(components, members, value, derivative));
  }

  /** A jar with one class, which a services file names. */
  static Path jar(Path jar, String service, String className, String source) throws IOException {
    Path classes = Files.createTempDirectory(jar.getParent(), "classes");
    compile(className, source, classes);
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.walk(classes)) {
      out.putNextEntry(new JarEntry("META-INF/services/" + service));
      out.write(className.getBytes(StandardCharsets.UTF_8));
      out.closeEntry();
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, out);
        out.closeEntry();
      }
    }
    return jar;
  }

  private static void compile(String className, String source, Path into) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    JavaFileObject file =
        new SimpleJavaFileObject(
            URI.create("string:///" + className.replace('.', '/') + ".java"),
            JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
          }
        };
    String path = place(Plugin.class) + File.pathSeparator + place(Matrix.class);
    List<String> options = List.of("-proc:none", "-d", into.toString(), "-cp", path);
    StringWriter output = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      if (!compiler.getTask(output, files, null, options, null, List.of(file)).call()) {
        throw new AssertionError(output);
      }
    }
  }

  private static Path place(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }
}
