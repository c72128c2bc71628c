package dev.nn.tests.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** Makes jar files. */
final class Jars {
  private Jars() {}

  /** A jar with everything in the folders but sources. */
  static Path pack(List<Path> folders, Path jar) throws IOException {
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (Path folder : folders) {
        for (Path file : files(folder)) {
          out.putNextEntry(new JarEntry(folder.relativize(file).toString().replace('\\', '/')));
          Files.copy(file, out);
          out.closeEntry();
        }
      }
    }
    return jar;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> files = new ArrayList<>();
      all.filter(Files::isRegularFile)
          .filter(file -> !file.toString().endsWith(".java"))
          .sorted()
          .forEach(files::add);
      return files;
    }
  }
}
