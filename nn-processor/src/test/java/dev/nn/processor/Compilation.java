package dev.nn.processor;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A project of plugins in a folder, compiled as its author would with {@code -processorpath}. */
final class Compilation {
  private final Path sources;
  private final Path classes;

  Compilation(Path folder) throws IOException {
    this.sources = Files.createDirectories(folder.resolve("sources"));
    this.classes = Files.createDirectories(folder.resolve("classes"));
  }

  Path classes() {
    return classes;
  }

  void write(String file, String text) throws IOException {
    Path path = sources.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  /** The lines of a services file; none if there is no such file. */
  List<String> services(String kind) throws IOException {
    Path file = classes.resolve("META-INF/services/dev.nn.api." + kind);
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }

  /** Compiles all sources and returns the errors and warnings. */
  List<String> compile() throws IOException {
    try (Stream<Path> files = Files.walk(sources)) {
      return compile(files.filter(file -> file.toString().endsWith(".java")).sorted().toList());
    }
  }

  /** Compiles some of the sources, which see the classes that are there. */
  List<String> compileOnly(String... files) throws IOException {
    return compile(Arrays.stream(files).map(sources::resolve).toList());
  }

  private List<String> compile(List<Path> files) throws IOException {
    return compile(files, List.of("-processorpath", Path.of("target", "classes").toString()));
  }

  /** Compiles all sources with a processor that is handed over as an object. */
  List<String> compileWith(Processor processor) throws IOException {
    try (Stream<Path> files = Files.walk(sources)) {
      return compile(
          files.filter(file -> file.toString().endsWith(".java")).sorted().toList(),
          List.of(),
          processor);
    }
  }

  private List<String> compile(List<Path> files, List<String> options, Processor... processors)
      throws IOException {
    List<String> all = new ArrayList<>(options);
    all.addAll(List.of("--release", "17", "-Xlint:all", "-d", classes.toString()));
    String libraries = System.getProperty("java.class.path");
    boolean isModule = files.stream().anyMatch(file -> file.endsWith("module-info.java"));
    if (isModule) {
      all.addAll(List.of("--module-path", api(libraries), "--class-path", classes.toString()));
    } else {
      all.addAll(List.of("--class-path", libraries + File.pathSeparator + classes));
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(said, Locale.ROOT, StandardCharsets.UTF_8)) {
      JavaCompiler.CompilationTask task =
          compiler.getTask(
              new StringWriter(),
              manager,
              said,
              all,
              null,
              manager.getJavaFileObjectsFromPaths(files));
      if (processors.length > 0) {
        task.setProcessors(List.of(processors));
      }
      boolean isCompiled = task.call();
      List<String> messages =
          said.getDiagnostics().stream()
              .filter(message -> message.getKind() != Diagnostic.Kind.NOTE)
              .map(message -> message.getMessage(Locale.ROOT))
              .toList();
      if (isCompiled != messages.isEmpty()) {
        throw new AssertionError("compiled " + isCompiled + ", but said " + messages);
      }
      return messages;
    }
  }

  /** nn-api and nn-math. */
  private static String api(String classPath) {
    return String.join(
        File.pathSeparator,
        Arrays.stream(classPath.split(File.pathSeparator))
            .filter(entry -> entry.matches(".*\\bnn-(api|math)\\b.*"))
            .toList());
  }

  /** An activation with a legal name. */
  static String activation(String className, String name) {
    return Samples.fill(Samples.ACTIVATION, Map.of("CLASS", className, "NAME", name));
  }
}
