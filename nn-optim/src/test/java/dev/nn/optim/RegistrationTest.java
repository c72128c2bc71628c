package dev.nn.optim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.nn.api.Optimizer;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The two registrations, for the module path and for the class path, have to name the same. */
class RegistrationTest {
  @Test
  void moduleAndServiceFilesNameTheSameProviders() throws IOException, URISyntaxException {
    Path classes = Path.of(Sgd.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Map<String, List<String>> module = providesOf(classes.resolve("module-info.class"));
    assertFalse(module.get(Optimizer.class.getName()).isEmpty());
    assertEquals(module, serviceFiles(classes.resolve("META-INF/services")));
  }

  private static Map<String, List<String>> providesOf(Path moduleInfo) throws IOException {
    Map<String, List<String>> provides = new TreeMap<>();
    try (InputStream in = Files.newInputStream(moduleInfo)) {
      for (ModuleDescriptor.Provides entry : ModuleDescriptor.read(in).provides()) {
        provides.put(entry.service(), entry.providers().stream().sorted().toList());
      }
    }
    return provides;
  }

  private static Map<String, List<String>> serviceFiles(Path folder) throws IOException {
    Map<String, List<String>> services = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        List<String> lines = Files.readAllLines(file).stream().sorted().toList();
        services.put(file.getFileName().toString(), lines);
      }
    }
    return services;
  }
}
