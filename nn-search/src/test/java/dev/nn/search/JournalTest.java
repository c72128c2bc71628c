package dev.nn.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.NnException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalTest {
  private static final SearchSpace SPACE = SearchSpace.of("x", "[0.0..10.0]");

  @TempDir private Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void name() {
    file = folder.resolve("search.jsonl");
  }

  private Search search() {
    return Search.halving(SPACE).trials(9).epochs(9).workers(2).journal(file);
  }

  private static double score(Trial trial) {
    if (trial.number() == 3) {
      throw new NnException("fails at ½ · π,\nalways");
    }
    return trial.settings().number("x") / 3 + trial.epochs();
  }

  /** Searches on, and counts how many trials were run anew. */
  private int goesOnTo(SearchResult expected) throws IOException {
    AtomicInteger asked = new AtomicInteger();
    SearchResult result =
        search()
            .over(
                trial -> {
                  asked.incrementAndGet();
                  return score(trial);
                });
    assertEquals(expected, result);
    assertEquals(expected.toString(), result.toString());
    return asked.get();
  }

  @Test
  void aFinishedSearchRunsNothingAgain() throws IOException {
    SearchResult result = search().over(JournalTest::score);
    byte[] written = Files.readAllBytes(file);
    assertEquals(0, goesOnTo(result));
    assertEquals(1 + 9 + 3 + 1, Files.readAllLines(file).size());
    assertEquals(new String(written), Files.readString(file));
  }

  @Test
  void theJournalIsTheseLines() throws IOException {
    Search.random(SearchSpace.of("x", "{1, 2}"))
        .trials(1)
        .seed(4)
        .epochs(2)
        .journal(file)
        .over(trial -> 0.1);
    List<String> lines = Files.readAllLines(file);
    assertEquals(
        "{\"strategy\":\"random\",\"epochs\":\"2\",\"seed\":\"4\",\"measure\":\"score\","
            + "\"space of x\":\"{1, 2}\",\"data\":\"\"}",
        lines.get(0));
    assertTrue(
        lines
            .get(1)
            .matches(
                "\\{\"trial\":1,\"epochs\":2,\"score\":0\\.1,\"settings\":\\{\"x\":\"[12]\"}}"),
        lines.get(1));
  }

  /**
   * Cut anywhere, also inside a character of several bytes, the journal leads to the same table.
   */
  @Test
  void aJournalThatWasCutAnywhereGoesOnToTheSameTable() throws IOException {
    SearchResult result = search().over(JournalTest::score);
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length += 7) {
      Files.write(file, Arrays.copyOf(whole, length));
      int lines = (int) new String(whole, 0, length).chars().filter(c -> c == '\n').count();
      assertEquals(13 - Math.max(0, lines - 1), goesOnTo(result), "cut at " + length);
      assertEquals(14, Files.readAllLines(file).size(), "cut at " + length);
    }
  }

  @Test
  void aRandomSearchGoesOnToMoreTrials() throws IOException {
    Search ten = Search.random(SPACE).trials(10).journal(file);
    SearchResult first = ten.over(trial -> trial.number());
    AtomicInteger asked = new AtomicInteger();
    SearchResult more =
        ten.trials(15)
            .over(
                trial -> {
                  asked.incrementAndGet();
                  return trial.number();
                });
    assertEquals(5, asked.get());
    assertTrue(more.trials().containsAll(first.trials()));
    assertEquals(first, ten.over(trial -> trial.number()));
  }

  private void refused(Search search, Objective objective, String message) {
    NnException e = assertThrows(NnException.class, () -> search.over(objective));
    assertEquals(file + message, e.getMessage());
  }

  @Test
  void theJournalOfAnotherSearchIsRefused() throws IOException {
    search().over(JournalTest::score);
    String written = Files.readString(file);
    String other = " is the journal of another search: its ";
    String advice = "; name another file, or search as it did";
    Objective same = JournalTest::score;
    refused(search().seed(5), same, other + "seed is 0, not 5" + advice);
    refused(search().epochs(8), same, other + "epochs is 9, not 8" + advice);
    refused(search().trials(8), same, other + "trials is 9, not 8" + advice);
    refused(
        Search.random(SPACE).epochs(9).journal(file),
        same,
        other + "strategy is halving, not random" + advice);
    refused(
        Search.halving(SearchSpace.of("x", "[0.0..9.0]")).trials(9).epochs(9).journal(file),
        same,
        other + "space of x is [0.0..10.0], not [0.0..9.0]" + advice);
    refused(
        Search.halving(SPACE.and("y", "1")).trials(9).epochs(9).journal(file),
        same,
        other + "space of y is nothing, not 1" + advice);
    refused(search(), otherData(), other + "data is , not 00ff" + advice);
    assertEquals(written, Files.readString(file));
  }

  private static Objective otherData() {
    return new Objective() {
      @Override
      public double score(Trial trial) {
        return 0;
      }

      @Override
      public String fingerprint() {
        return "00ff";
      }
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"precious", "precious\n", "{\"a\": 1}\n", "[]\n", "\n", "{\"strategy\n"})
  void whatIsNoJournalIsRefusedAndLeftAlone(String content) throws IOException {
    Files.writeString(file, content);
    refused(search(), JournalTest::score, " is not the journal of a search; name another file");
    assertEquals(content, Files.readString(file));
  }

  @Test
  void aDamagedLineIsRefused() throws IOException {
    search().over(JournalTest::score);
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    lines.set(2, "{\"trial\":1}");
    Files.write(file, lines);
    refused(
        search(),
        JournalTest::score,
        ": line 3 is no trial: {\"trial\":1}; delete that line to try it again");
  }

  @Test
  void aTrialWithOtherSettingsIsRefused() throws IOException {
    search().over(JournalTest::score);
    Files.writeString(file, Files.readString(file).replaceAll("\"x\":\"[^\"]*\"", "\"x\":\"11\""));
    NnException e = assertThrows(NnException.class, () -> search().over(JournalTest::score));
    assertTrue(e.getMessage().matches(".*: trial \\d had other settings: x: 11"), e.getMessage());
  }

  @Test
  void aJournalInUseIsRefused() throws IOException {
    SearchResult result =
        Search.random(SPACE)
            .trials(1)
            .journal(file)
            .over(
                trial -> {
                  refused(search(), JournalTest::score, ": another search is writing this journal");
                  return 1;
                });
    assertEquals(1, result.best().score().orElseThrow());
  }

  @Test
  void aFolderThatIsMissingIsAnIoException() {
    assertThrows(
        IOException.class,
        () -> search().journal(folder.resolve("missing/search.jsonl")).over(JournalTest::score));
  }

  /** On POSIX a process gives up its lock when it closes any descriptor of the file. */
  @Test
  void anotherProcessFindsTheJournalLockedWhileTrialsRun() throws IOException {
    AtomicInteger locked = new AtomicInteger();
    Search.random(SPACE)
        .trials(2)
        .workers(1)
        .journal(file)
        .over(
            trial -> {
              locked.addAndGet(LockProbe.isLocked(file) ? 1 : 0);
              return trial.settings().number("x");
            });
    assertEquals(2, locked.get());
  }
}
