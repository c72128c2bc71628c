package dev.nn.examples.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.examples.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchCommandTest {
  @TempDir private Path folder;
  private Path data = Path.of("");

  @BeforeEach
  void write() throws IOException {
    StringBuilder text = new StringBuilder("size,place,price,kind\n");
    for (int i = 0; i < 240; i++) {
      int size = i * 37 % 100;
      String kind = size > 50 ? "large" : "small";
      text.append(
          "%s,%s,%s,%s\n".formatted(size, i % 2 == 0 ? "town" : "farm", size * 3 + i % 2, kind));
    }
    data = Files.writeString(folder.resolve("houses.csv"), text);
  }

  private Console.Run search(String... more) {
    List<String> arguments = new ArrayList<>(List.of("search", data.toString()));
    arguments.addAll(Arrays.asList(more));
    return Console.nn(arguments.toArray(String[]::new));
  }

  @Test
  void nothingButTheFileIsNeeded() {
    Console.Run run = search();
    assertEquals(0, run.status(), run::err);
    List<String> last = run.lines().subList(run.lines().size() - 4, run.lines().size());
    assertTrue(last.get(0).matches("test accuracy (0\\.9\\d{3}|1\\.0000)"), run::out);
    assertTrue(last.get(1).matches("best accuracy (0\\.9\\d{3}|1\\.0000)"), run::out);
    assertTrue(last.get(2).matches("baseline 0\\.[45]\\d{3}"), run::out);
    assertTrue(last.get(3).matches("trial \\d+"), run::out);
    assertEquals(27, run.lines().stream().filter(l -> l.matches("\\d+ +\\d+ +.*dense.*")).count());
  }

  @Test
  void theOutputIsTheSameForAnyNumberOfWorkers() {
    String[] small = {"--trials", "9", "--epochs", "9", "--seed", "3"};
    Console.Run one = search(with(small, "--workers", "1"));
    Console.Run three = search(with(small, "--workers", "3"));
    assertEquals(0, one.status(), one::err);
    assertEquals(one.out(), three.out());
  }

  private static String[] with(String[] arguments, String... more) {
    List<String> all = new ArrayList<>(Arrays.asList(arguments));
    all.addAll(Arrays.asList(more));
    return all.toArray(String[]::new);
  }

  @Test
  void theLineToTrainTheBestIsOneThatWorks() {
    Console.Run run =
        search("--strategy", "random", "--trials", "3", "--epochs", "20", "--batch", "{8, 16}");
    String line =
        run.lines().stream().filter(l -> l.startsWith("./nn train")).findFirst().orElseThrow();
    String[] parts =
        line.substring("./nn ".length()).split(" (?=\"|--)|(?<=(--batch|--epochs|--seed|--keep)) ");
    String[] arguments =
        Arrays.stream(parts)
            .flatMap(
                part ->
                    part.startsWith("--") || part.startsWith("\"")
                        ? Arrays.stream(new String[] {part})
                        : Arrays.stream(part.split(" ")))
            .map(part -> part.replaceAll("^\"|\"$", ""))
            .toArray(String[]::new);
    Console.Run trained = Console.nn(arguments);
    assertTrue(trained.out().contains("test accuracy"), () -> line + trained.err());
  }

  @Test
  void anInterruptedSearchGoesOnWithItsJournal() throws IOException {
    Path journal = folder.resolve("search.jsonl");
    Path json = folder.resolve("trials.jsonl");
    String[] options = {
      "--strategy",
      "random",
      "--trials",
      "4",
      "--epochs",
      "3",
      "--target",
      "price",
      "--journal",
      journal.toString(),
      "--log",
      json.toString()
    };
    Console.Run first = search(options);
    List<String> lines = Files.readAllLines(journal);
    assertEquals(5, lines.size());
    Files.writeString(journal, String.join("\n", lines.subList(0, 3)) + "\n{\"tri");
    Console.Run second = search(options);
    assertEquals(first.out(), second.out());
    assertEquals(2, second.err().lines().filter(line -> line.startsWith("trial ")).count());
    assertEquals(4, Files.readAllLines(json).size());
    assertTrue(second.out().contains("best rmse "), second::out);
    assertTrue(second.out().contains(" --seed 0 --keep last --target \"price\""), second::out);
    Console.Run other = search(with(options, "--seed", "1"));
    assertEquals(1, other.status());
    assertTrue(other.err().contains("is the journal of another search: its seed is 0, not 1"));
  }

  @Test
  void aSpaceThatCannotBeReadIsWrongUsageWithItsPlace() {
    Console.Run run = search("--layers", "dense(units=16..64)");
    assertEquals(2, run.status());
    assertTrue(run.err().contains("--layers: a range stands between [ and ]"), run::err);
    assertTrue(run.err().contains("^ position 15"), run::err);
    run = search("--optimizer", "adam(learning_rate=[1..0.1])");
    assertTrue(run.err().contains("--optimizer: the lower end of a range comes first"), run::err);
    run = search("--workers", "0");
    assertEquals(2, run.status());
    assertTrue(run.err().contains("--workers must be at least 1, got 0"), run::err);
  }

  @Test
  void ifAllTrialsFailTheReasonIsTold() {
    Console.Run run = search("--layers", "dnse(units={1, 2})", "--trials", "2", "--epochs", "1");
    assertEquals(1, run.status());
    assertTrue(run.err().contains("all 2 trials failed"), run::err);
    assertTrue(run.err().contains("dense"), run::err);
  }
}
