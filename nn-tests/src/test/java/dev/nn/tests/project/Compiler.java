package dev.nn.tests.project;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The compiler of the running JDK, with every lint as an error. */
final class Compiler {
  private Compiler() {}

  /**
   * Compiles for Java 17.
   *
   * @throws CompilationError with the compiler's words if there is an error or a warning
   */
  static void compile(List<Path> sources, List<String> options, Path classes) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> all = new ArrayList<>(options);
    all.addAll(List.of("--release", "17", "-Xlint:all", "-Werror", "-proc:none"));
    all.addAll(List.of("-d", classes.toString()));
    StringWriter output = new StringWriter();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      boolean isCompiled =
          compiler
              .getTask(output, files, null, all, null, files.getJavaFileObjectsFromPaths(sources))
              .call();
      if (!isCompiled) {
        throw new CompilationError(output.toString());
      }
    }
  }
}
