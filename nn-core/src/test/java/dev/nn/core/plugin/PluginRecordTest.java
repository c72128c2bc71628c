package dev.nn.core.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class PluginRecordTest {
  @Test
  void equalityIsOfAllParts() {
    Optional<PluginJar> jar = Optional.of(new PluginJar("acme.jar", "1.0", "ab"));
    PluginRecord record = new PluginRecord("layer", "acme.cube", "acme 1.0", jar);
    PluginRecord same = new PluginRecord("layer", "acme.cube", "acme 1.0", jar);
    assertEquals(record, same);
    assertEquals(record.hashCode(), same.hashCode());
    assertNotEquals(record, new PluginRecord("loss", "acme.cube", "acme 1.0", jar));
    assertNotEquals(record, new PluginRecord("layer", "acme.ball", "acme 1.0", jar));
    assertNotEquals(record, new PluginRecord("layer", "acme.cube", "acme 1.1", jar));
    assertNotEquals(record, new PluginRecord("layer", "acme.cube", "acme 1.0"));
  }
}
