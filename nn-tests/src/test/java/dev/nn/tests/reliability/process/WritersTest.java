package dev.nn.tests.reliability.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.core.Model;
import dev.nn.tests.reliability.Figures;
import dev.nn.tests.reliability.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that save to one file at once never mix their models. */
class WritersTest {
  @TempDir private Path folder;

  /** A writer: saves the model with so many bytes, so many times. */
  static final class Writer {
    private Writer() {}

    public static void main(String[] arguments) throws IOException {
      Path file = Path.of(arguments[0]);
      Model model =
          Model.load(Samples.modelOfAtLeast(Integer.parseInt(arguments[1])), Samples.REGISTRY);
      for (int i = 0; i < Integer.parseInt(arguments[2]); i++) {
        model.save(file);
      }
    }
  }

  @Test
  void writersNeverMix() throws Exception {
    write(3, 30);
  }

  @Test
  @Tag("exhaustive")
  void eightWritersOfAHundredSavesNeverMix() throws Exception {
    write(8, 100);
  }

  private void write(int writers, int saves) throws Exception {
    Path file = folder.resolve("model");
    Set<String> legal = new HashSet<>();
    List<Process> processes = new ArrayList<>();
    for (int i = 0; i < writers; i++) {
      int size = 20_000 * (i + 1);
      byte[] bytes = Samples.modelOfAtLeast(size);
      legal.add(Model.load(bytes, Samples.REGISTRY).weightsSha256());
      processes.add(
          ChildJvm.of(
                  List.of(),
                  Writer.class.getName(),
                  file.toString(),
                  String.valueOf(size),
                  String.valueOf(saves))
              .start());
    }
    int loads = 0;
    Set<String> seen = new HashSet<>();
    while (processes.stream().anyMatch(Process::isAlive)) {
      if (Files.exists(file)) {
        String sha = Model.load(file, Samples.REGISTRY).weightsSha256();
        assertTrue(legal.contains(sha), "load " + loads);
        seen.add(sha);
        loads++;
      }
    }
    for (Process process : processes) {
      assertEquals("status 0", ChildJvm.output(process));
    }
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(List.of(file), left.toList());
    }
    assertTrue(seen.size() > 1, "the writers were not at work at the same time");
    Figures.show(
        "good loads",
        "%d of %d while %d processes saved %d times each".formatted(loads, loads, writers, saves));
  }
}
