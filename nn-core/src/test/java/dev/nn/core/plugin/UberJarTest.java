package dev.nn.core.plugin;

import static dev.nn.core.plugin.PluginJars.bytes;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nn.api.Plugin;
import dev.nn.core.layer.Flatten;
import dev.nn.core.plugin.UberJar.Part;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UberJarTest {
  /** Of the package dev.nn.core.plugin. */
  private static final Plugin STRANGER = new RegistryTestPlugins.Leaky(0.1);

  @TempDir private Path folder;

  private Part part(Plugin plugin, String... poms) {
    Map<String, byte[]> files = new TreeMap<>();
    for (String pom : poms) {
      String[] words = pom.split(" ");
      files.put(
          "META-INF/maven/" + words[0] + "/pom.properties",
          bytes("version=" + words[1] + "\nartifactId=x\n"));
    }
    return new UberJar(PluginJars.jar(folder.resolve("app.jar"), files), "my-app").part(plugin);
  }

  @Test
  void aPluginOfTheFrameworkBelongsToItsArtifact() {
    assertEquals(
        new Part("nn-core", Optional.of("1.2")),
        part(new Flatten(), "dev.nn/nn-core 1.2", "dev.nn/nn-optim 3"));
    assertEquals(new Part("nn-core", Optional.empty()), part(new Flatten()));
  }

  @Test
  void aPluginOfOthersBelongsToTheArtifactWhoseGroupIsNearest() {
    assertEquals(
        new Part("plugins", Optional.of("2.0")),
        part(STRANGER, "dev/all 1.0", "dev.nn.core/plugins 2.0", "dev.nn.cor/e 4", "org/x 5"));
  }

  @Test
  void whereNothingTellsItIsThePackageInTheJar() {
    Part unknown = new Part("dev.nn.core.plugin in my-app", Optional.empty());
    assertEquals(unknown, part(STRANGER));
    assertEquals(unknown, part(STRANGER, "dev.nn.core/one 1", "dev.nn.core/two 2"));
  }

  @Test
  void aJarWithoutTheFrameworkIsNone() {
    Path jar = PluginJars.jar(folder.resolve("acme.jar"), Map.of());
    assertEquals(Optional.empty(), UberJar.at(Optional.of(jar.toString()), Optional.of("acme")));
  }
}
