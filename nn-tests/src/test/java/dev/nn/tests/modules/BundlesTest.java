package dev.nn.tests.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nn.tests.project.OurModules;
import java.io.IOException;
import java.io.Reader;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What OSGi is told of our modules. */
class BundlesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"math", "api", "activations", "init", "optim", "core", "data", "watch", "search"})
  void aBundleShowsWhatItsModuleShows(String module) throws IOException {
    ModuleDescriptor descriptor = OurModules.reference("dev.nn." + module).descriptor();
    Properties bundle = bundle(module);
    assertEquals(descriptor.name(), bundle.getProperty("Bundle-SymbolicName"));
    assertEquals(
        descriptor.exports().stream()
            .map(shown -> shown.source() + (shown.isQualified() ? ";x-internal:=true" : ""))
            .collect(Collectors.toSet()),
        shown(bundle));
  }

  private static Set<String> shown(Properties bundle) {
    Stream<String> packages = Arrays.stream(bundle.getProperty("Export-Package").split(",\\s*"));
    return packages.collect(Collectors.toSet());
  }

  private static Properties bundle(String module) throws IOException {
    Path root = Path.of(System.getProperty("basedir", "")).toAbsolutePath().getParent();
    Properties bundle = new Properties();
    try (Reader in = Files.newBufferedReader(root.resolve("nn-" + module + "/bnd.bnd"))) {
      bundle.load(in);
    }
    return bundle;
  }
}
