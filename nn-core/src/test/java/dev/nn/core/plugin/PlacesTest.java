package dev.nn.core.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.Shape;
import dev.nn.core.Model;
import dev.nn.core.Network;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is promised of bad, double and missing plugins holds wherever they are loaded from. */
class PlacesTest {
  private static final Map<FaultyJar, Path> FAULTY = new TreeMap<>();

  /** By maker: each has a plugin of its own, and all have a mish. */
  private static final Map<String, Path> MAKERS = new LinkedHashMap<>();

  @TempDir static Path folder;
  private static Path witness = Path.of("");

  @BeforeAll
  static void makeJars() throws IOException {
    Map<String, String> sources = new TreeMap<>();
    Map<String, String> laterSources = new TreeMap<>();
    for (FaultyJar jar : FaultyJar.values()) {
      jar.sources(sources);
      jar.laterSources(laterSources);
    }
    List<String> makers = List.of("acme", "apex", "zeta");
    for (String maker : makers) {
      for (String name : List.of("own_" + maker, "mish")) {
        String type = name.equals("mish") ? "Mish" : "Own";
        String source = FaultyJar.named(name).replace("Bad", type);
        sources.put(maker + ".made." + type, "package " + maker + ".made;\n" + source);
      }
    }
    Path classes = PluginJars.compile(folder, sources);
    Path laterClasses = PluginJars.compile(folder, laterSources);
    for (FaultyJar jar : FaultyJar.values()) {
      FAULTY.put(jar, jar.pack(classes, laterClasses, folder));
    }
    for (String maker : makers) {
      Map<String, byte[]> files = new TreeMap<>(PluginJars.filesOf(classes, maker + "/made/"));
      files.put(
          "META-INF/services/dev.nn.api.Activation",
          PluginJars.bytes(maker + ".made.Mish\n" + maker + ".made.Own\n"));
      MAKERS.put(maker, PluginJars.jar(folder.resolve(maker + ".jar"), files));
    }
    witness = Place.witness(folder);
  }

  private static List<String> tell(Place place, List<Path> jars, String... questions)
      throws Exception {
    return place.tell(witness, jars, List.of(questions));
  }

  /** Such a jar as has a line that is no class name keeps Java itself from starting as a module. */
  @ParameterizedTest
  @EnumSource
  void faultyJarsAreNamedWithTheirCausesAndDisableNothingElse(Place place) throws Exception {
    List<FaultyJar> faulty =
        Arrays.stream(FaultyJar.values())
            .filter(jar -> !place.hasModules() || jar.canBeModule())
            .toList();
    List<Path> jars = new ArrayList<>(faulty.stream().map(FAULTY::get).toList());
    jars.addAll(MAKERS.values());
    List<String> told = tell(place, jars, "own_zeta");
    assertTrue(told.contains("own_zeta: zeta.made.Own"), told::toString);
    for (FaultyJar jar : faulty) {
      assertTrue(told.contains("has: " + jar.goodName()), jar + " of " + told);
      List<String> faults =
          told.stream()
              .filter(line -> line.startsWith("fault: ") && line.contains(jar.className()))
              .toList();
      assertEquals(1, faults.size(), jar + ": " + faults);
      String fault = faults.get(0);
      assertTrue(fault.contains(jar.problem()), fault);
      assertTrue(fault.contains(FAULTY.get(jar).toString()), fault);
      assertTrue(fault.contains(place.hasModules() ? "named by module " : " line 2: "), fault);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aNameOfThreeJarsIsAnErrorThatNamesAllWhateverTheirOrder(Place place) throws Exception {
    List<Path> jars = new ArrayList<>(MAKERS.values());
    for (int order = 0; order < 2; order++) {
      List<String> told = tell(place, jars, "mish", "own_apex");
      String clash = told.get(told.size() - 2);
      assertTrue(clash.startsWith("mish: activation \"mish\" is provided 3 times: / "), clash);
      int at = 0;
      for (Map.Entry<String, Path> maker : MAKERS.entrySet()) {
        int next = clash.indexOf(maker.getKey() + ".made.Mish in ", at);
        assertTrue(next > at && clash.contains(maker.getValue().toString()), clash);
        at = next;
      }
      assertEquals("own_apex: apex.made.Own", told.get(told.size() - 1));
      Collections.reverse(jars);
    }
  }

  @ParameterizedTest
  @EnumSource
  void eachJarThatIsRemovedIsMissedWithWhereTheModelHadItFromAndWhatIsThere(Place place)
      throws Exception {
    Map<String, Path> models = models();
    for (String removed : MAKERS.keySet()) {
      List<Path> others =
          MAKERS.keySet().stream()
              .filter(maker -> !maker.equals(removed))
              .map(MAKERS::get)
              .toList();
      String misspelt = removed.equals("zeta") ? "own_acmee" : "own_zetta";
      List<String> questions = new ArrayList<>(List.of("own_" + removed, misspelt));
      models.values().forEach(model -> questions.add(model.toString()));
      List<String> told = tell(place, others, questions.toArray(String[]::new));
      String missing = "no activation \"own_%s\" is installed.".formatted(removed);
      assertContains(told, "own_" + removed + ": " + missing);
      assertContains(
          told,
          "%s: no activation \"%s\" is installed. Did you mean %s"
              .formatted(misspelt, misspelt, removed.equals("zeta") ? "own_acme" : "own_zeta"));
      models.forEach(
          (maker, model) -> {
            boolean isMissing = maker.equals(removed);
            assertContains(told, model + ": " + (isMissing ? model + ": the network" : "predicts"));
            assertEquals(
                isMissing,
                told.stream()
                    .anyMatch(
                        line ->
                            line.startsWith(model.toString())
                                && line.contains(missing)
                                && line.contains(
                                    "\"own_%s\" came from %s.jar (%s.jar, sha256 "
                                        .formatted(maker, maker, maker))));
          });
    }
  }

  private static void assertContains(List<String> told, String beginning) {
    assertTrue(
        told.stream().anyMatch(line -> line.startsWith(beginning)), () -> beginning + ": " + told);
  }

  /** A model with the plugin of each maker. */
  private static Map<String, Path> models() throws IOException {
    Map<String, Path> models = new TreeMap<>();
    for (String maker : MAKERS.keySet()) {
      Path file = folder.resolve(maker + ".safetensors");
      try (URLClassLoader loader = PluginJars.loader(List.of(MAKERS.get(maker)))) {
        String layers = "activation(activation=own_" + maker + "), flatten";
        Model.initial(Network.of(PluginRegistry.load(loader), Shape.of(2), layers), 7).save(file);
      }
      models.put(maker, file);
    }
    return models;
  }
}
