package dev.nn.core.doctor;

import dev.nn.api.Kind;
import dev.nn.api.Plugin;
import dev.nn.core.internal.jars.PluginCode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * A jar or a folder of classes that may have plugins, and its files.
 *
 * @param code what it says about itself
 */
record Place(PluginCode code) {
  private static final String CLASS = ".class";
  private static final String PLUGIN = Plugin.class.getName().replace('.', '/') + CLASS;

  /** The places that a class loader sees. What is neither a file nor a folder is left out. */
  static List<Place> of(ClassLoader loader) {
    List<String> signs = new ArrayList<>(List.of("module-info.class", PLUGIN));
    Arrays.stream(Kind.values()).map(PluginCode::services).forEach(signs::add);
    Map<Path, Place> places = new LinkedHashMap<>();
    for (String sign : signs) {
      for (URL url : resources(sign, loader)) {
        root(url.toString(), sign)
            .filter(path -> !places.containsKey(path))
            .flatMap(Place::at)
            .ifPresent(place -> places.put(place.path(), place));
      }
    }
    return List.copyOf(places.values());
  }

  private static List<URL> resources(String name, ClassLoader loader) {
    try {
      return Collections.list(loader.getResources(name));
    } catch (IOException e) {
      return List.of();
    }
  }

  private static Optional<Path> root(String url, String file) {
    String jar = url.replaceFirst("^jar:", "").replaceFirst("!/.*", "");
    String root = jar.endsWith("/" + file) ? jar.substring(0, jar.length() - file.length()) : jar;
    try {
      return root.startsWith("file:") ? Optional.of(Path.of(URI.create(root))) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<Place> at(Path path) {
    try {
      return Optional.of(new Place(PluginCode.of(path)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  Path path() {
    return code.path();
  }

  /** The classes that its own services file names. */
  Set<String> services(Kind kind) {
    byte[] text = bytes(PluginCode.services(kind)).orElse(new byte[0]);
    return new String(text, StandardCharsets.UTF_8)
        .lines()
        .map(line -> line.replaceFirst("#.*", "").strip())
        .filter(line -> !line.isEmpty())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Whether the framework was packed into it, together with what else there is. */
  boolean isUberJar() {
    return has(PLUGIN) && has(Place.class.getName().replace('.', '/') + CLASS);
  }

  private boolean has(String file) {
    return bytes(file).isPresent();
  }

  /** The classes whose code mentions the plugin interface. */
  List<String> classesThatMentionPlugins() {
    List<String> classes = new ArrayList<>();
    try {
      if (Files.isDirectory(path())) {
        for (String file : filesInFolder()) {
          if (isClass(file) && mentionsPlugins(Files.readAllBytes(path().resolve(file)))) {
            classes.add(className(file));
          }
        }
        return classes;
      }
      // Opened once: to open a jar of thousands of files takes longer than to read one of them.
      try (JarFile jar = new JarFile(path().toFile())) {
        for (ZipEntry entry : Collections.list(jar.entries())) {
          if (isClass(entry.getName()) && mentionsPlugins(bytes(jar, entry))) {
            classes.add(className(entry.getName()));
          }
        }
      }
      return classes;
    } catch (IOException e) {
      return List.of();
    }
  }

  private List<String> filesInFolder() throws IOException {
    try (Stream<Path> files = Files.walk(path())) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> path().relativize(file).toString().replace('\\', '/'))
          .toList();
    }
  }

  private static boolean isClass(String file) {
    return file.endsWith(CLASS) && !file.endsWith("-info.class") && !file.startsWith("META-INF/");
  }

  private static String className(String file) {
    return file.substring(0, file.length() - CLASS.length()).replace('/', '.');
  }

  private static boolean mentionsPlugins(byte[] code) {
    return new String(code, StandardCharsets.ISO_8859_1).contains("dev/nn/api/");
  }

  private static byte[] bytes(JarFile jar, ZipEntry entry) throws IOException {
    try (InputStream in = jar.getInputStream(entry)) {
      return in.readAllBytes();
    }
  }

  private Optional<byte[]> bytes(String file) {
    try {
      if (Files.isDirectory(path())) {
        Path found = path().resolve(file);
        return Files.isRegularFile(found)
            ? Optional.of(Files.readAllBytes(found))
            : Optional.empty();
      }
      try (JarFile jar = new JarFile(path().toFile())) {
        ZipEntry entry = jar.getEntry(file);
        return entry == null ? Optional.empty() : Optional.of(bytes(jar, entry));
      }
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
