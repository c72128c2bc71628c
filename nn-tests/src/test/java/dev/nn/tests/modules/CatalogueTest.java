package dev.nn.tests.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.Kind;
import dev.nn.core.plugin.PluginRegistry;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueTest {
  private static final PluginRegistry REGISTRY = PluginRegistry.load();

  @ParameterizedTest
  @CsvSource({
    "ACTIVATION, 30",
    "INITIALIZER, 16",
    "LOSS, 20",
    "OPTIMIZER, 16",
    "SCHEDULE, 10",
    "LAYER, 12"
  })
  void asManyPluginsShipAsThereAreInTheCatalogue(Kind kind, int least) {
    int count = REGISTRY.plugins(kind).size();
    assertTrue(count >= least, () -> count + " of kind " + kind);
    assertEquals(List.of(), REGISTRY.faults());
  }
}
