package dev.nn.imports;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads all files of a folder in another process, which says how each ended. */
final class OtherJava {
  private OtherJava() {}

  /** Lines of a file's name and either the error's name or {@code read}. */
  static List<String> read(Path folder, String... options)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            OtherJava.class.getName(),
            folder.toString()));
    Path output = Files.createTempFile("ends", ".txt");
    try {
      new ProcessBuilder(command)
          .redirectOutput(output.toFile())
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
      return Files.readString(output, StandardCharsets.UTF_8).lines().toList();
    } finally {
      Files.delete(output);
    }
  }

  /** The other program. */
  public static void main(String[] arguments) throws IOException {
    List<Path> files = new ArrayList<>();
    try (var all = Files.list(Path.of(arguments[0]))) {
      all.sorted().forEach(files::add);
    }
    for (Path file : files) {
      String name = String.valueOf(file.getFileName());
      boolean isWeightsOnly = name.matches(".*\\.(npz|pt|safetensors)");
      String end = "read";
      try {
        ModelImport.read(file, isWeightsOnly ? "dense(units=2)" : "");
      } catch (RuntimeException | OutOfMemoryError e) {
        end = e.getClass().getSimpleName();
      }
      System.out.println(name + " " + end);
    }
  }
}
