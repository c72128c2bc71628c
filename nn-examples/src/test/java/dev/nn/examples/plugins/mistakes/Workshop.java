package dev.nn.examples.plugins.mistakes;

import dev.nn.api.Plugin;
import dev.nn.math.Matrix;
import dev.nn.processor.NnPluginProcessor;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler.CompilationTask;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Compiles and packs projects as their authors do: with nn-api and the annotation processor.
 *
 * @param folder where it puts what it makes
 */
record Workshop(Path folder) {

  /** The messages of the compiler, none of which means that it has compiled. */
  String compile(Draft draft) throws IOException {
    DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(said, Locale.ROOT, StandardCharsets.UTF_8)) {
      List<Path> sources = write(draft);
      String path = place(Plugin.class) + File.pathSeparator + place(Matrix.class);
      boolean isModule = sources.stream().anyMatch(source -> source.endsWith("module-info.java"));
      CompilationTask task =
          compiler.getTask(
              new StringWriter(),
              files,
              said,
              List.of("-d", classes().toString(), isModule ? "--module-path" : "-cp", path),
              null,
              files.getJavaFileObjectsFromPaths(sources));
      task.setProcessors(List.of(new NnPluginProcessor()));
      boolean isCompiled = task.call();
      String messages =
          said.getDiagnostics().stream()
              .map(message -> message.getMessage(Locale.ROOT))
              .collect(Collectors.joining("\n"));
      if (isCompiled != messages.isEmpty()) {
        throw new AssertionError("compiled " + isCompiled + ", but said " + messages);
      }
      return messages;
    }
  }

  /** Compiles a project, which the compiler does not refuse, and packs it. */
  Path jar(Draft draft) throws IOException {
    String messages = compile(draft);
    if (!messages.isEmpty()) {
      throw new AssertionError(messages);
    }
    return pack(folder.resolve("acme.jar"), contents(classes()));
  }

  /** Packs files, given as contents by path. */
  static Path pack(Path jar, Map<String, byte[]> files) throws IOException {
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.setLevel(Deflater.NO_COMPRESSION);
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        out.putNextEntry(new JarEntry(file.getKey()));
        out.write(file.getValue());
        out.closeEntry();
      }
    }
    return jar;
  }

  /** The files in a folder, by path. */
  static Map<String, byte[]> contents(Path folder) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        files.put(folder.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
      }
    }
    return files;
  }

  static Path place(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  private Path classes() throws IOException {
    return Files.createDirectories(folder.resolve("classes"));
  }

  /** Puts sources and resources where a build would have them, and returns the sources. */
  private List<Path> write(Draft draft) throws IOException {
    List<Path> sources = new ArrayList<>();
    for (Map.Entry<String, String> file : draft.files().entrySet()) {
      boolean isSource = file.getKey().endsWith(".java");
      Path path = (isSource ? folder.resolve("sources") : classes()).resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
      if (isSource) {
        sources.add(path);
      }
    }
    return sources;
  }
}
