package dev.nn.spark;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The checkpoints in a folder, seen from outside. */
final class Checkpoints {
  private Checkpoints() {}

  /** Waits until a driver has finished so many epochs but one. */
  static void await(Path folder, int epoch, Process driver)
      throws IOException, InterruptedException {
    while (newest(folder) < epoch) {
      assertTrue(driver.isAlive(), "the driver has ended too early");
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  /** The epoch of the newest checkpoint. */
  private static int newest(Path folder) throws IOException {
    return names(folder).stream()
        .mapToInt(name -> Integer.parseInt(name.substring(6, 12)))
        .max()
        .orElse(0);
  }

  private static List<String> names(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> checkpoints = Files.list(folder)) {
      return checkpoints
          .map(path -> path.getFileName().toString())
          .filter(name -> name.startsWith("epoch-"))
          .toList();
    }
  }
}
