package dev.nn.testkit;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.core.PluginRegistry;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
}
