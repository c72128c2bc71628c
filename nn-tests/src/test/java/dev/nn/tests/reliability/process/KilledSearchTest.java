package dev.nn.tests.reliability.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.search.SearchResult;
import dev.nn.tests.reliability.Figures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A search whose process is killed again and again gives the table of the undisturbed one. */
class KilledSearchTest {
  @TempDir private Path folder;

  @Test
  void aKilledSearchGoesOnToTheSameTable() throws Exception {
    kill(2, 3, System.nanoTime());
  }

  @Test
  @Tag("exhaustive")
  void fiftyKilledSearchesGoOnToTheSameTable() throws Exception {
    kill(50, 4, System.nanoTime());
  }

  private void kill(int searches, int kills, long seed) throws Exception {
    SearchResult expected = LongSearch.run(LongSearch.search());
    Random random = new Random(seed);
    int inside = 0;
    for (int i = 0; i < searches; i++) {
      Path journal = folder.resolve("search" + i + ".jsonl");
      for (int k = 0; k < kills; k++) {
        runAndKill(journal, random.nextInt(LongSearch.TRIALS / kills), 1 + random.nextInt(2));
        inside += lines(journal) <= LongSearch.TRIALS ? 1 : 0;
      }
      if (i % 2 == 1) {
        tear(journal, random);
      }
      String what = "search " + i + ", seed " + seed;
      SearchResult result = LongSearch.run(LongSearch.search().workers(2).journal(journal));
      assertEquals(expected, result, what);
      assertEquals(expected.toString(), result.toString(), what);
      assertEquals(1 + LongSearch.TRIALS, lines(journal), what);
    }
    assertTrue(inside > 0, "none was killed before its end, seed " + seed);
    Figures.show("equal tables", "%d of %d, %d kills inside".formatted(searches, searches, inside));
  }

  /** Kills it once it has added so many lines to its journal, or lets it end. */
  private static void runAndKill(Path journal, int more, int workers) throws Exception {
    int before = lines(journal);
    Process process =
        ChildJvm.of(
                List.of(), LongSearch.class.getName(), journal.toString(), String.valueOf(workers))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      while (process.isAlive() && lines(journal) < before + more) {
        Thread.sleep(1);
      }
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  private static int lines(Path journal) throws IOException {
    String text = Files.exists(journal) ? Files.readString(journal) : "";
    return (int) text.chars().filter(c -> c == '\n').count();
  }

  /** What a crash in the middle of a line leaves. */
  private static void tear(Path journal, Random random) throws IOException {
    byte[] whole = Files.readAllBytes(journal);
    int length = Math.max(0, whole.length - 1 - random.nextInt(60));
    Files.writeString(journal, new String(whole, 0, length, StandardCharsets.UTF_8));
  }
}
