package dev.nn.tests.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.Plugin;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The versions in the {@code pom.xml} of docs/plugins.md and in that of the README are those that
 * this project is built with.
 */
class PluginPomTest {
  private static final Pattern BLOCK = Pattern.compile("```xml\n(<project.*?)```", Pattern.DOTALL);
  private static final Pattern VERSION =
      Pattern.compile("<artifactId>([^<]+)</artifactId>\\s*<version>([^<]+)</version>");
  private static final Pattern PROPERTY = Pattern.compile("<([a-z0-9.-]+\\.version)>([^<]+)</");
  private static final Pattern NN_VERSION = Pattern.compile("<nn.version>([^<]+)</nn.version>");
  private static final Pattern RELEASE =
      Pattern.compile("<maven.compiler.release>\\d+</maven.compiler.release>");

  private static Map<String, String> versions(String pom) {
    Map<String, String> versions = new TreeMap<>();
    VERSION.matcher(pom).results().forEach(found -> versions.put(found.group(1), found.group(2)));
    return versions;
  }

  private static String first(Pattern pattern, String text, int group) {
    return pattern.matcher(text).results().findFirst().orElseThrow().group(group);
  }

  private static String withProperties(String pom) {
    return PROPERTY
        .matcher(pom)
        .results()
        .reduce(
            pom,
            (text, found) -> text.replace("${" + found.group(1) + "}", found.group(2)),
            (one, other) -> other);
  }

  @Test
  void theVersionsAreThoseOfThisProject() throws Exception {
    String shown = first(BLOCK, Page.of("docs/plugins.md").text(), 1);
    String ours = Page.of("pom.xml").text();
    Map<String, String> known = versions(ours);
    Map<String, String> versions = versions(shown);
    assertEquals("1.0", versions.remove("acme-activations"));
    assertEquals(known.get("nn-parent"), versions.remove("nn-bom"));
    assertEquals(3, versions.size(), "the Maven plugins for compiler, tests and jar");
    versions.forEach((plugin, version) -> assertEquals(known.get(plugin), version, plugin));
    assertEquals(first(RELEASE, ours, 0), first(RELEASE, shown, 0));
    String manifest = "<addDefaultImplementationEntries>true</addDefaultImplementationEntries>";
    assertTrue(shown.contains(manifest), "a saved model records these entries");
    String built = "<NN-SPI-Version>" + Plugin.SPI_VERSION + "</NN-SPI-Version>";
    assertTrue(shown.contains(built), "it is checked when the jar is loaded");
  }

  @Test
  void theVersionsInTheReadmeAreThoseOfThisProject() throws Exception {
    String shown = first(BLOCK, Page.of("README.md").text(), 1);
    String ours = Page.of("pom.xml").text();
    Map<String, String> known = versions(ours + Page.of("nn-stress/pom.xml").text());
    Map<String, String> versions = versions(shown);
    assertEquals("1.0", versions.remove("digits"));
    assertEquals(known.get("nn-parent"), versions.remove("nn-bom"));
    assertEquals(2, versions.size(), "the Maven plugins that compile and run");
    versions.forEach((plugin, version) -> assertEquals(known.get(plugin), version, plugin));
    assertEquals(first(RELEASE, ours, 0), first(RELEASE, shown, 0));
  }

  /** Projects that are not built with this one. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "nn-plugin-archetype/src/main/resources/archetype-resources/pom.xml",
        "nn-examples/third-party-plugin/pom.xml",
        "nn-examples/consumers/pom.xml",
        "nn-examples/consumers/logging/pom.xml",
        "nn-examples/consumers/osgi/pom.xml"
      })
  void theVersionsOfProjectsOutsideAreThoseOfThisProject(String file) throws Exception {
    String shown = Page.of(file).text();
    Map<String, String> known = versions(withProperties(Page.of("pom.xml").text()));
    Map<String, String> versions = versions(shown);
    versions.keySet().retainAll(known.keySet());
    versions.values().removeIf(version -> version.startsWith("${"));
    assertFalse(versions.isEmpty(), file);
    versions.forEach((artifact, version) -> assertEquals(known.get(artifact), version, artifact));
    assertEquals(
        List.of(),
        NN_VERSION
            .matcher(shown)
            .results()
            .map(found -> found.group(1))
            .filter(version -> !version.equals(known.get("nn-parent")))
            .toList());
  }
}
