package dev.nn.tests.project;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder with packages, a {@code module-info.java} and perhaps services files.
 *
 * @param folder where it lies
 */
public record Project(Path folder) {

  /** One of the samples in {@code src/test/plugins}. */
  public static Project sample(String name) {
    Path folder = Path.of(System.getProperty("basedir", ""), "src", "test", "plugins", name);
    assertTrue(
        Files.isDirectory(folder),
        () -> "no " + folder.toAbsolutePath() + ": run the tests in the folder of nn-tests");
    return new Project(folder);
  }

  /** The name of the folder. */
  public String name() {
    return folder.getFileName().toString();
  }

  /** One source file. */
  public Path source(String relative) {
    return folder.resolve(relative);
  }

  /**
   * A jar for the class path: without a module descriptor.
   *
   * @param dependencies all that the compiler may see
   */
  public Path jarForClassPath(List<Path> dependencies, Path into) throws IOException {
    Path classes = Files.createDirectories(into.resolve(name() + "-on-class-path"));
    // Without any place the compiler would take the class path of this virtual machine.
    Path nothing = Files.createDirectories(into.resolve("nothing"));
    List<Path> visible = dependencies.isEmpty() ? List.of(nothing) : dependencies;
    Compiler.compile(sources(false), List.of("--class-path", OurModules.joined(visible)), classes);
    return Jars.pack(List.of(classes, folder), into.resolve(name() + ".jar"));
  }

  /**
   * A jar for the module path: with a module descriptor, and without services files, so that only
   * {@code provides} counts.
   *
   * @param dependencies all that the compiler may see
   */
  public Path jarForModulePath(List<Path> dependencies, Path into) throws IOException {
    Path classes = Files.createDirectories(into.resolve(name() + "-on-module-path"));
    Path nothing = Files.createDirectories(into.resolve("nothing"));
    Compiler.compile(
        sources(true),
        List.of(
            "--module-path", OurModules.joined(dependencies), "--class-path", nothing.toString()),
        classes);
    return Jars.pack(List.of(classes), into.resolve(name() + "-module.jar"));
  }

  private List<Path> sources(boolean withModule) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> sources = new ArrayList<>();
      files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> withModule || !file.endsWith("module-info.java"))
          .sorted()
          .forEach(sources::add);
      return sources;
    }
  }
}
