package dev.nn.examples.plugins.mistakes;

import java.io.File;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * The program with all its libraries and a plugin, packed into one jar by a tool that takes the
 * first of the files of one name.
 */
final class OneJar {
  private OneJar() {}

  /** What {@code nn doctor} says in it if something is wrong. */
  static String doctor(Workshop workshop, Draft draft) throws Exception {
    Map<String, byte[]> files = new TreeMap<>();
    for (String place : System.getProperty("java.class.path").split(File.pathSeparator)) {
      if (!place.endsWith("test-classes") && Files.exists(Path.of(place))) {
        contents(Path.of(place)).forEach(files::putIfAbsent);
      }
    }
    contents(workshop.jar(draft)).forEach(files::putIfAbsent);
    files.keySet().removeIf(name -> name.matches("META-INF/\\w+\\.(SF|RSA)"));
    Path jar = Workshop.pack(workshop.folder().resolve("app.jar"), files);
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process process =
        new ProcessBuilder(List.of(java, "-cp", jar.toString(), "dev.nn.examples.Main", "doctor"))
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor() == 0 ? "" : said.replace(jar.toString(), "app.jar");
  }

  private static Map<String, byte[]> contents(Path place) throws Exception {
    if (Files.isDirectory(place)) {
      return Workshop.contents(place);
    }
    Map<String, byte[]> files = new TreeMap<>();
    try (JarFile jar = new JarFile(place.toFile())) {
      Enumeration<JarEntry> entries = jar.entries();
      while (entries.hasMoreElements()) {
        JarEntry entry = entries.nextElement();
        if (!entry.isDirectory()) {
          try (InputStream in = jar.getInputStream(entry)) {
            files.put(entry.getName(), in.readAllBytes());
          }
        }
      }
    }
    return files;
  }
}
