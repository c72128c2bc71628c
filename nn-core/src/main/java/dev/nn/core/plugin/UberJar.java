package dev.nn.core.plugin;

import dev.nn.api.Plugin;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;

/**
 * A jar into which the classes of many artifacts were packed, the framework's among them. Its
 * manifest describes the whole, but what Maven wrote into the jar of each part may still be there.
 *
 * @param file the jar
 * @param title the name of the whole, from the manifest or else from the file
 */
record UberJar(Path file, String title) {
  private static final Pattern POM =
      Pattern.compile("META-INF/maven/([^/]+)/([^/]+)/pom\\.properties");

  /**
   * An artifact that was packed into the jar.
   *
   * @param title its name
   * @param version its version, if the jar still tells it
   */
  record Part(String title, Optional<String> version) {}

  /** The jar at a location, if the framework was packed into it. */
  static Optional<UberJar> at(Optional<String> location, Optional<String> title) {
    if (location.isEmpty()
        || !location.get().endsWith(".jar")
        || !location.equals(Origins.location(Plugin.class))
        || !Files.isRegularFile(Path.of(location.get()))) {
      return Optional.empty();
    }
    Path file = Path.of(location.get());
    return Optional.of(new UberJar(file, title.orElse(file.getFileName().toString())));
  }

  /** The artifact that a plugin was in before it was packed. */
  Part part(Plugin plugin) {
    String pack = plugin.getClass().getPackageName();
    try (JarFile jar = new JarFile(file.toFile())) {
      Optional<String> own = BuiltIns.artifact(plugin);
      Optional<Part> known =
          own.isPresent() ? Optional.of(builtIn(own.get(), jar)) : ofGroup(pack, jar);
      if (known.isPresent()) {
        return known.get();
      }
    } catch (IOException e) {
      // The class came out of this jar, so its package is known without looking into the jar.
    }
    return new Part(pack + " in " + title, Optional.empty());
  }

  private static Part builtIn(String artifact, JarFile jar) throws IOException {
    ZipEntry pom = jar.getEntry("META-INF/maven/dev.nn/" + artifact + "/pom.properties");
    return new Part(artifact, pom == null ? Optional.empty() : version(pom, jar));
  }

  /**
   * The one artifact whose group the package belongs to. If several groups fit, the longest is
   * taken.
   */
  private static Optional<Part> ofGroup(String pack, JarFile jar) throws IOException {
    List<Matcher> poms =
        jar.stream()
            .map(entry -> POM.matcher(entry.getName()))
            .filter(pom -> pom.matches() && (pack + ".").startsWith(pom.group(1) + "."))
            .toList();
    int longest = poms.stream().mapToInt(pom -> pom.group(1).length()).max().orElse(0);
    List<Matcher> nearest = poms.stream().filter(pom -> pom.group(1).length() == longest).toList();
    if (nearest.size() != 1) {
      return Optional.empty();
    }
    Matcher pom = nearest.get(0);
    return Optional.of(new Part(pom.group(2), version(jar.getEntry(pom.group()), jar)));
  }

  private static Optional<String> version(ZipEntry pom, JarFile jar) throws IOException {
    Properties properties = new Properties();
    try (InputStream in = jar.getInputStream(pom)) {
      properties.load(in);
    }
    return Optional.ofNullable(properties.getProperty("version"));
  }
}
