package dev.nn.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.Activation;
import dev.nn.api.Layer;
import dev.nn.api.Options;
import dev.nn.core.plugin.PluginRegistry;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

/** A registry whose plugins are not there keeps no rules. */
class RegistryContractTest {

  private record Of(PluginRegistry registry) implements RegistryContract {}

  @Test
  void aProviderThatCannotBeLoadedIsAFailure(@TempDir Path folder) throws Exception {
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(services.resolve("dev.nn.api.Activation"), "com.acme.Missing\n");
    try (URLClassLoader loader =
        new URLClassLoader(
            new URL[] {folder.toUri().toURL()}, RegistryContractTest.class.getClassLoader())) {
      RegistryContract contract = new Of(PluginRegistry.load(loader));
      String message =
          assertThrows(AssertionError.class, contract::everyProviderCouldBeLoaded).getMessage();
      assertTrue(message.contains("com.acme.Missing"), message);
    }
  }

  @Test
  void anEmptyRegistryIsAFailure() {
    assertThrows(AssertionError.class, new Of(PluginRegistry.of())::thereIsAPlugin);
  }

  @Test
  void aRegistryWithAPluginPasses() {
    RegistryContract contract = new Of(PluginRegistry.of(new GoodActivation()));
    contract.everyProviderCouldBeLoaded();
    contract.thereIsAPlugin();
  }

  @Test
  void aPluginThatHoldsOneThatIsMissingFailsOnceAndNotByEachRule() {
    RegistryContract contract = new Of(PluginRegistry.of(new Refers()));
    List<DynamicTest> tests =
        contract
            .everyPluginKeepsTheRules(entries -> {})
            .flatMap(plugin -> ((DynamicContainer) plugin).getChildren())
            .map(rule -> (DynamicTest) rule)
            .toList();
    assertEquals(1, tests.size(), tests::toString);
    String message = assertThrows(AssertionError.class, () -> run(tests.get(0))).getMessage();
    assertTrue(message.contains("acme.missing"), message);
    assertTrue(message.contains("leave this one out in plugins()"), message);
  }

  /** Its default is in a module that is not there. */
  private static final class Refers extends GoodLayer {
    @Override
    public Options options() {
      return Options.NONE.withPlugin("activation", Activation.named("acme.missing"));
    }
  }

  private record Thousands(PluginRegistry registry, List<float[]> rows)
      implements RegistryContract {
    @Override
    public List<float[]> features(Layer layer) {
      return rows;
    }
  }

  private static void inputGradient(RegistryContract contract) {
    contract
        .everyPluginKeepsTheRules(entries -> {})
        .flatMap(plugin -> ((DynamicContainer) plugin).getChildren())
        .filter(rule -> rule.getDisplayName().startsWith("N5 "))
        .forEach(rule -> run((DynamicTest) rule));
  }

  private static void run(DynamicTest rule) {
    try {
      rule.getExecutable().execute();
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void layersAreJudgedWithTheInputsThatAreGiven() {
    PluginRegistry registry =
        PluginRegistry.of(new Restricted.Mirrored(Restricted.range(1000, 2000)));
    assertThrows(
        TestAbortedException.class, () -> inputGradient(new Thousands(registry, List.of())));
    List<float[]> rows =
        List.of(
            new float[] {1100, 1200, 1300, 1400, 1500, 1600},
            new float[] {1900, 1800, 1700, 1650, 1550, 1450});
    String message =
        assertThrows(AssertionError.class, () -> inputGradient(new Thousands(registry, rows)))
            .getMessage();
    assertTrue(
        message.contains("N5: the gradient of the input, row 0, column 0, at 1100"), message);
  }
}
