package dev.nn.tests.conformance.vector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Finds the conformance vectors: in the folder that the system property {@code nn.conformance}
 * names, else in {@code ../shared/conformance} as seen from the project's root.
 */
public final class VectorFile {
  private VectorFile() {}

  /**
   * The cases of a file, or nothing where there is no such file.
   *
   * @param idKey the field that names a case
   * @param planner says what is to be done with a case
   */
  public static Optional<List<VectorCase>> cases(
      String name, String idKey, Function<JsonNode, Plan> planner) {
    return folder()
        .map(folder -> folder.resolve(name))
        .filter(Files::isRegularFile)
        .map(file -> read(file).map(vector -> VectorCase.of(vector, idKey, planner)).toList());
  }

  private static Stream<JsonNode> read(Path file) {
    try {
      return StreamSupport.stream(new ObjectMapper().readTree(file.toFile()).spliterator(), false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Path> folder() {
    String given = System.getProperty("nn.conformance");
    return given != null
        ? Optional.of(Path.of(given))
        : projectRoot().map(root -> root.resolve("../shared/conformance").normalize());
  }

  /** The nearest folder upwards that holds the parent POM and the module nn-api. */
  private static Optional<Path> projectRoot() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null) {
      if (Files.isRegularFile(folder.resolve("pom.xml"))
          && Files.isDirectory(folder.resolve("nn-api"))) {
        return Optional.of(folder);
      }
      folder = folder.getParent();
    }
    return Optional.empty();
  }
}
