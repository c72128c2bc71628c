package dev.nn.examples.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.examples.Console;
import dev.nn.examples.Console.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page that {@code --report} asks for. */
class ReportOptionTest {
  @TempDir private Path folder;

  @BeforeEach
  void writeTable() throws IOException {
    StringBuilder text = new StringBuilder("x,noise,y\n");
    for (int i = 0; i < 200; i++) {
      text.append("%s,%s,%s\n".formatted(i * 37 % 101, i * 53 % 89, i * 37 % 101 > 50 ? "b" : "a"));
    }
    Files.writeString(folder.resolve("it's.csv"), text);
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private String page(String name) throws IOException {
    return Files.readString(folder.resolve(name));
  }

  private static List<String> sections(String html) {
    return Pattern.compile("<section id=\"([a-z-]+)\"")
        .matcher(html)
        .results()
        .map(match -> match.group(1))
        .toList();
  }

  @Test
  void trainingWritesAPageWithAllSectionsTheCommandAndTheSeed() throws IOException {
    Run run = Console.nn("train", path("it's.csv"), "--seed", "5", "--report", path("page.html"));

    assertEquals(0, run.status(), run.err());
    assertTrue(run.out().contains("report written to " + path("page.html")), run.out());
    assertTrue(run.lastLine().startsWith("weights sha256 "), run.out());
    String html = page("page.html");
    assertEquals(
        List.of(
            "measures",
            "confusion",
            "probabilities",
            "importance",
            "learning",
            "network",
            "health",
            "columns",
            "origin"),
        sections(html).stream().filter(section -> !section.equals("mistakes")).toList());
    String quoted =
        "&#x27;" + folder + "/it&#x27;\\&#x27;&#x27;s.csv&#x27; --seed 5 --report " + folder;
    assertTrue(html.contains("<code>./nn train " + quoted + "/page.html</code>"), quoted);
    assertTrue(html.contains("<dt>seed</dt><dd>5</dd>"));
    String hash = run.lastLine().substring("weights sha256 ".length());
    assertTrue(html.contains("<dt>weights sha256</dt><dd>" + hash + "</dd>"), hash);
  }

  /** What is no table has no columns to lean on and no rows to show, but all the rest. */
  @Test
  void everyCommandThatTrainsWritesAPage() throws IOException {
    Console.nn("convert", path("it's.csv"), "--output", path("it.safetensors"));
    for (String[] command :
        List.of(
            new String[] {"digits", "--epochs", "2"},
            new String[] {"xor", "--epochs", "20"},
            new String[] {"train", path("it.safetensors"), "--epochs", "5"})) {
      String[] all = Arrays.copyOf(command, command.length + 2);
      all[command.length] = "--report";
      all[command.length + 1] = path("page.html");
      Run run = Console.nn(all);
      assertTrue(run.out().contains("report written to " + path("page.html")), run.err());
      List<String> sections = sections(page("page.html"));
      assertTrue(
          sections.containsAll(
              List.of("measures", "confusion", "learning", "network", "health", "origin")),
          command[0] + sections);
      String hash = run.lastLine().substring("weights sha256 ".length());
      assertTrue(page("page.html").contains(hash), command[0]);
      Files.delete(folder.resolve("page.html"));
    }
  }

  @Test
  void aModelThatWasSavedIsReportedOnWithOtherRows() throws IOException {
    Console.nn("train", path("it's.csv"), "--save", path("m"), "--quiet");
    Run run = Console.nn("evaluate", path("m"), path("it's.csv"), "--report", path("page.htm"));

    assertEquals(0, run.status(), run.err());
    String html = page("page.htm");
    assertTrue(html.contains(" of 200 test rows; always saying the most common answer gets "));
    assertFalse(sections(html).contains("learning"));
  }

  @Test
  void aFileThatIsNoPageIsNotOverwritten() throws IOException {
    String before = page("it's.csv");
    Run run = Console.nn("train", path("it's.csv"), "--report", path("it's.csv"));

    assertEquals(2, run.status());
    assertTrue(run.err().contains("let its name end in .html, such as "), run.err());
    assertEquals(before, page("it's.csv"));
  }

  @Test
  void aFolderThatIsNotThereIsNamedBeforeTheTraining() {
    Run run = Console.nn("train", path("it's.csv"), "--report", path("none/page.html"));

    assertEquals(2, run.status());
    assertTrue(
        run.err().contains("--report: there is no folder " + path("none") + "; create it first"),
        run.err());
    assertFalse(run.out().contains("epoch"), run.out());
  }

  @Test
  void aReportOnAModelNeedsRows() {
    Console.nn("train", path("it's.csv"), "--save", path("m"), "--quiet");
    Run run = Console.nn("evaluate", path("m"), "--report", path("page.html"));

    assertEquals(2, run.status());
    assertTrue(run.err().contains("name DATA too"), run.err());
  }
}
