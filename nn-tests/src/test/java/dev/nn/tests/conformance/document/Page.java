package dev.nn.tests.conformance.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * {@code docs/conformance.md} in two parts.
 *
 * @param own what every machine can compute
 * @param vectors the section on the cases of other projects, which not every machine has
 */
record Page(String own, String vectors) {

  /** The committed one; empty where there is none. */
  static Page read() throws IOException {
    String text = Files.exists(file()) ? Files.readString(file()).replace("\r\n", "\n") : "";
    int heading = text.indexOf(VectorTable.HEADING);
    int end = heading < 0 ? text.length() : heading;
    return new Page(text.substring(0, end), text.substring(end));
  }

  void write() throws IOException {
    Files.writeString(file(), own + vectors);
  }

  private static Path file() {
    return GoldenFile.root().resolve("docs").resolve("conformance.md");
  }
}
