package dev.nn.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.Plugin;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.testkit.check.Rule;
import dev.nn.testkit.check.Rules;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code docs/plugins.md} lists every rule, in the words of the Javadoc of its check. */
class RuleListTest {
  private static final String WRITE = "nn.rules.write";
  private static final String COMMAND =
      "mvn verify -pl nn-testkit -am -Dtest=RuleListTest"
          + " -Dsurefire.failIfNoSpecifiedTests=false -D"
          + WRITE;

  /** All below it on the page is written by this test. */
  private static final String START = "<!-- The rest is written by the build from the Javadoc of";

  private static final Path MODULE = Path.of(System.getProperty("basedir", "")).toAbsolutePath();

  /** In the Javadoc of a check: the number of its rule and what the rule says. */
  private static final Pattern DOCUMENTED =
      Pattern.compile("/\\*\\*\\s+(?:\\* )?([A-Z]\\d+): (.*?)\\s*\\*/", Pattern.DOTALL);

  private static final Pattern MARGIN = Pattern.compile("\\s*\\n\\s*\\* ?");
  private static final Pattern CODE = Pattern.compile("\\{@code ([^}]*)}");
  private static final Pattern NEXT_SENTENCE = Pattern.compile("(?<=\\.) ");

  /**
   * Rules under one title.
   *
   * @param letter of their numbers
   * @param plugin that has to keep them
   */
  private record Section(String title, String letter, Plugin plugin) {
    List<String> numbers() {
      Rules rules = Rules.in(PluginRegistry.of(plugin));
      return rules.of(plugin).stream()
          .map(Rule::number)
          .filter(number -> number.startsWith(letter))
          .toList();
    }
  }

  private static final List<Section> SECTIONS =
      List.of(
          new Section("All plugins", "P", new GoodActivation()),
          new Section("Activations", "A", new GoodActivation()),
          new Section("Initializers", "I", new BrokenInitializers.Good()),
          new Section("Layers", "N", new GoodLayer()),
          new Section("Losses", "L", new BrokenLosses.Good()),
          new Section("Optimizers", "O", new BrokenOptimizers.Good()),
          new Section("Schedules", "S", new BrokenSchedules.Good()));

  @Test
  void theJavadocOfTheChecksSaysOfEachRuleOnceWhatItMeans() throws IOException {
    assertEquals(
        SECTIONS.stream().flatMap(section -> section.numbers().stream()).sorted().toList(),
        documented().stream().map(rule -> rule.group(1)).sorted().toList());
  }

  @Test
  void theListInTheGuideIsThatOfTheCode() throws IOException {
    Path guide = MODULE.resolveSibling("docs").resolve("plugins.md");
    String page = Files.readString(guide).replace("\r\n", "\n");
    assertTrue(page.contains(START), "docs/plugins.md has no line " + START);
    String wanted = page.substring(0, page.indexOf(START)) + list();
    if (Boolean.getBoolean(WRITE)) {
      Files.writeString(guide, wanted);
    } else {
      assertEquals(wanted, page, "docs/plugins.md is out of date, run " + COMMAND);
    }
  }

  private static String list() throws IOException {
    Map<String, String> sentences = new HashMap<>();
    documented().forEach(rule -> sentences.put(rule.group(1), sentence(rule.group(2))));
    StringBuilder list = new StringBuilder(START + " the checks: " + COMMAND + " -->\n");
    list.append("\n## The rules\n");
    for (Section section : SECTIONS) {
      list.append("\n### ").append(section.title()).append("\n\n");
      for (String number : section.numbers()) {
        list.append("- **%s**: %s\n".formatted(number, sentences.get(number)));
      }
    }
    return list.toString();
  }

  /** The first sentence, as Markdown. */
  private static String sentence(String javadoc) {
    String line = MARGIN.matcher(javadoc).replaceAll(" ");
    String sentence = CODE.matcher(NEXT_SENTENCE.split(line, 2)[0]).replaceAll("`$1`");
    assertFalse(sentence.contains("{@"), () -> "no Markdown for the tag in: " + sentence);
    return sentence;
  }

  private static List<MatchResult> documented() throws IOException {
    List<MatchResult> documented = new ArrayList<>();
    Path sources = MODULE.resolve("src/main/java/dev/nn/testkit/check");
    try (DirectoryStream<Path> checks = Files.newDirectoryStream(sources, "*Checks.java")) {
      for (Path file : checks) {
        DOCUMENTED.matcher(Files.readString(file)).results().forEach(documented::add);
      }
    }
    return documented;
  }
}
