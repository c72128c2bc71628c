package dev.nn.examples.plugins.mistakes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every mistake that the guide for plugins lists is told of, in the words that it quotes. */
class MistakesTest {
  private static final String HEADER = "| mistake | who tells | what is said |";

  @TempDir private Path folder;

  static Stream<Mistake> mistakes() {
    return Mistakes.all().stream();
  }

  static Stream<Draft> drafts() {
    return Stream.of(RightPlugins.BENT, RightPlugins.SCALE, RightPlugins.BALL);
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void aMistakeIsToldInWords(Mistake mistake) throws Exception {
    String said = mistake.way().work().said(new Workshop(folder), mistake.draft());
    assertTrue(said.contains(mistake.message()), () -> mistake + ": " + said);
  }

  /** Else a message about the plugin could come from something that it was right to do. */
  @ParameterizedTest
  @MethodSource("drafts")
  void ofThePluginsWithoutTheMistakesNothingIsSaid(Draft right) throws Exception {
    Workshop workshop = new Workshop(folder);
    assertEquals("", Way.COMPILER.work().said(workshop, right));
    assertEquals("", Way.CHECK.work().said(workshop, right));
    String doctor = Way.DOCTOR.work().said(workshop, right);
    List<String> wrong = doctor.lines().filter(line -> line.startsWith("WRONG")).toList();
    assertFalse(wrong.stream().anyMatch(line -> !line.endsWith("SIMD")), doctor);
  }

  @Test
  void theTableOfTheGuideListsThemAll() throws Exception {
    Path guide = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
    List<String> lines = Files.readAllLines(guide.resolveSibling("docs/plugins.md"));
    int header = lines.indexOf(HEADER);
    List<String> table =
        lines.subList(header + 2, lines.size()).stream()
            .takeWhile(line -> line.startsWith("|"))
            .toList();
    assertEquals(Mistakes.all().stream().map(Mistake::row).toList(), table);
  }
}
