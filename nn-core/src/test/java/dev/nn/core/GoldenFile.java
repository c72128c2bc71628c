package dev.nn.core;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code [section]}s of lines of numbers; {@code #} starts a comment. */
public final class GoldenFile {
  private GoldenFile() {}

  /** The lines by section, of files in the folder of golden values. */
  public static Map<String, List<double[]>> read(String... names) {
    Map<String, List<double[]>> sections = new LinkedHashMap<>();
    for (String name : names) {
      read(name, sections);
    }
    return sections;
  }

  private static void read(String name, Map<String, List<double[]>> sections) {
    List<double[]> current = new ArrayList<>();
    for (String line : text("/golden/" + name).lines().toList()) {
      if (line.startsWith("[")) {
        current = new ArrayList<>();
        sections.put(line.substring(1, line.length() - 1), current);
      } else if (!line.startsWith("#")) {
        current.add(Arrays.stream(line.split(" ")).mapToDouble(Double::parseDouble).toArray());
      }
    }
  }

  private static String text(String resource) {
    try (InputStream in = GoldenFile.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
