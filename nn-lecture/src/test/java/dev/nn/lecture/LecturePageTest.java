package dev.nn.lecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.lecture.result.Experiment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code docs/lecture.md} says what the code does today. */
class LecturePageTest {
  private static final int MOST_BYTES = 200_000;
  private static final Path DOCS = root().resolve("docs");

  private static final LecturePage WRITTEN = new LecturePage();

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("docs/architecture.md"))) {
      folder = folder.getParent();
    }
    return folder;
  }

  @BeforeAll
  static void writeIfAsked() throws IOException {
    if (Boolean.getBoolean("nn.lecture.write")) {
      WRITTEN.write(DOCS);
    }
  }

  @Test
  void thePageIsWhatTheExperimentsGive() throws IOException {
    assertEquals(
        Files.readString(DOCS.resolve("lecture.md")),
        WRITTEN.text(),
        "docs/lecture.md is stale; it says itself how to write it anew");
  }

  @Test
  void everyStatementIsOnThePageWithCodeTestCommandAndFigures() throws IOException {
    String page = Files.readString(DOCS.resolve("lecture.md"));
    for (Statement statement : Lecture.statements()) {
      String part =
          page.substring(page.indexOf("\n## " + statement.number() + "\n") + 1).split("\n## ")[0];
      assertTrue(part.contains("`" + statement.words() + "`"), statement.words());
      assertTrue(part.contains("- done by ["), statement.words());
      assertTrue(part.contains("- proved by ["), statement.words());
      for (String name : statement.experiments()) {
        assertTrue(part.contains("`./nn lecture " + name + "`"), statement.words());
        assertTrue(
            part.contains("\n### " + name + "\n") || part.contains("](#" + name + ")"),
            statement.words());
      }
    }
  }

  @Test
  void everyLinkLeadsToAFileAndAMethodThatExist() throws IOException {
    String page = Files.readString(DOCS.resolve("lecture.md"));
    Matcher link = Pattern.compile("\\[(.*?)]\\(([^)#]+)\\)").matcher(page);
    int links = 0;
    while (link.find()) {
      assertTrue(Files.isRegularFile(DOCS.resolve(link.group(2))), link.group());
      links++;
    }
    assertEquals(2 * 20 + Lecture.experiments().size(), links);
    for (Source source : Source.ALL) {
      assertDeclares(source.code(), source.method());
      assertDeclares(source.test(), source.proof());
    }
  }

  private static void assertDeclares(String file, String method) throws IOException {
    Pattern declaration = Pattern.compile("(?m)^  [\\w<>\\[\\] .]+ " + method + "\\(");
    String code = Files.readString(root().resolve(file));
    assertTrue(declaration.matcher(code).find(), file + " has no method " + method);
  }

  @Test
  void picturesAreSmall() throws IOException {
    for (Experiment experiment : Lecture.experiments()) {
      Path picture = DOCS.resolve(LecturePage.picture(experiment.name()));
      assertTrue(Files.size(picture) < MOST_BYTES, picture + " has " + Files.size(picture));
    }
  }

  @Test
  void everyFigureOfThePageBearsTheClaimOut() throws IOException {
    assertFalse(Files.readString(DOCS.resolve("lecture.md")).contains("**No:**"));
  }
}
