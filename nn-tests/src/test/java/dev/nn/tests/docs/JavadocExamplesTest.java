package dev.nn.tests.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nn.api.Plugin;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.testkit.check.RuleResult;
import dev.nn.testkit.check.RuleResult.Outcome;
import dev.nn.testkit.check.Rules;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The plugins that the Javadoc of nn-api shows compile and keep the rules of the contract kit. */
class JavadocExamplesTest {
  private static final Pattern BLOCK =
      Pattern.compile("<pre>\\{@code\n(.*?)}</pre>", Pattern.DOTALL);
  private static final Pattern MARGIN = Pattern.compile("^ *\\* ?", Pattern.MULTILINE);

  private static final String IMPORTS =
      "import dev.nn.api.*;\nimport dev.nn.math.Matrix;\nimport java.util.random.*;\n";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "ElementwiseActivation, Cube",
    "Initializer, Cauchy",
    "Layer, Half",
    "Loss, Quartic",
    "Optimizer, Momentum",
    "Options, Leaky",
    "Schedule, Root"
  })
  void theShownPluginKeepsTheRules(String page, String name) throws Exception {
    Page.compile(folder, name, IMPORTS + example(page, "record " + name + "("));
    try (URLClassLoader loader =
        new URLClassLoader(
            new URL[] {folder.toUri().toURL()}, JavadocExamplesTest.class.getClassLoader())) {
      Plugin plugin = (Plugin) loader.loadClass(name).getConstructor().newInstance();
      List<RuleResult> results = Rules.in(PluginRegistry.load().with(plugin)).check(plugin);
      List<RuleResult> broken =
          results.stream().filter(result -> result.outcome() == Outcome.FAILED).toList();
      assertEquals(List.of(), broken);
    }
  }

  /** The one block of code in the Javadoc of a class that has the given text. */
  private static String example(String page, String part) throws Exception {
    String text = Page.of("nn-api/src/main/java/dev/nn/api/" + page + ".java").text();
    List<String> blocks =
        BLOCK
            .matcher(text)
            .results()
            .map(MatchResult::group)
            .filter(block -> block.contains(part))
            .toList();
    assertEquals(1, blocks.size(), () -> "blocks of " + page + " with " + part);
    String lines = MARGIN.matcher(blocks.get(0)).replaceAll("");
    return lines.substring("<pre>{@code\n".length(), lines.length() - "}</pre>".length());
  }
}
