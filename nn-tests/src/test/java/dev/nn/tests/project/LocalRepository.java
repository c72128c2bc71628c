package dev.nn.tests.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.opentest4j.TestAbortedException;

/**
 * A local repository of Maven with our artifacts in it, as {@code mvn install} would leave them.
 * The tests cannot use the one of the build, because what is installed there may be older than what
 * they test.
 *
 * @param folder where it lies
 */
public record LocalRepository(Path folder) {
  private static final Pattern VERSION = Pattern.compile("<version>([^<]+)</version>");

  /** Looks into the repository of this build first, so that hardly anything is downloaded. */
  private static final String SETTINGS =
      """
      <settings>
        <profiles>
          <profile>
            <id>build</id>
            <repositories>
              <repository>
                <id>build</id>
                <url>%1$s</url>
                <snapshots><enabled>false</enabled></snapshots>
              </repository>
            </repositories>
            <pluginRepositories>
              <pluginRepository>
                <id>build</id>
                <url>%1$s</url>
                <snapshots><enabled>false</enabled></snapshots>
              </pluginRepository>
            </pluginRepositories>
          </profile>
        </profiles>
        <activeProfiles><activeProfile>build</activeProfile></activeProfiles>
      </settings>
      """;

  /** Installs the parent, the list of versions and all libraries into a folder. */
  public static LocalRepository install(Path folder) throws IOException {
    LocalRepository repository = new LocalRepository(Files.createDirectories(folder));
    repository.place("nn-parent", project().resolve("pom.xml"));
    repository.place("nn-bom", pom("nn-bom"));
    for (Map.Entry<String, Path> library : OurModules.libraries().entrySet()) {
      // A package cannot be called import.
      String artifact =
          library.getKey().replace("dev.nn.imports", "nn-import").replace("dev.nn.", "nn-");
      Path place = repository.place(artifact, pom(artifact));
      Path jar = place.resolve("%s-%s.jar".formatted(artifact, version()));
      if (Files.isDirectory(library.getValue())) {
        Jars.pack(List.of(library.getValue()), jar);
      } else {
        Files.copy(library.getValue(), jar);
      }
    }
    return repository;
  }

  private static Path project() {
    return Path.of(System.getProperty("basedir", "")).toAbsolutePath().getParent();
  }

  private static Path pom(String artifact) {
    return project().resolve(artifact).resolve("pom.xml");
  }

  private static String version() throws IOException {
    Matcher version = VERSION.matcher(Files.readString(pom("nn-bom")));
    assertTrue(version.find(), "nn-bom has a version");
    return version.group(1);
  }

  /** Copies the description of an artifact to the folder of its version. */
  private Path place(String artifact, Path pom) throws IOException {
    Path place = folder.resolve("dev/nn").resolve(artifact).resolve(version());
    Files.createDirectories(place);
    Files.copy(pom, place.resolve("%s-%s.pom".formatted(artifact, version())));
    return place;
  }

  /**
   * Runs Maven in the folder of a project, and returns the lines that it prints.
   *
   * @throws TestAbortedException if Maven cannot be started, or something is missing and cannot be
   *     downloaded
   */
  public List<String> maven(Path project, String... arguments) throws Exception {
    Path settings = folder.resolve("settings.xml");
    Path ofBuild = Path.of(System.getProperty("localRepository", "")).toAbsolutePath();
    Files.writeString(settings, SETTINGS.formatted(ofBuild.toUri()));
    boolean isWindows = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("windows");
    List<String> words = new ArrayList<>();
    words.addAll(List.of(isWindows ? "mvn.cmd" : "mvn", "-B", "-Dstyle.color=never"));
    words.addAll(List.of("-gs", settings.toString(), "-Dmaven.repo.local=" + folder));
    words.addAll(List.of(arguments));
    Path log = Files.createTempFile(folder, "maven", ".log");
    ProcessBuilder builder =
        new ProcessBuilder(words)
            .directory(project.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    int status = started(builder).waitFor();
    String printed = Files.readString(log, StandardCharsets.UTF_8);
    assumeFalse(printed.contains("Could not transfer artifact"), "no download is possible");
    assertEquals(0, status, printed);
    return printed.lines().toList();
  }

  private static Process started(ProcessBuilder builder) {
    try {
      return builder.start();
    } catch (IOException e) {
      throw new TestAbortedException("Maven cannot be started", e);
    }
  }
}
