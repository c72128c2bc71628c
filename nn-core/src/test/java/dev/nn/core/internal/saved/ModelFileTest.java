package dev.nn.core.internal.saved;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.ModelFormatException;
import dev.nn.api.Shape;
import dev.nn.core.Model;
import dev.nn.core.Network;
import dev.nn.core.TestPlugins;
import dev.nn.core.plugin.PluginRegistry;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What goes on while a file is still read must not be told before the damage is. */
class ModelFileTest {
  private static final PluginRegistry REGISTRY = TestPlugins.registry();
  private static final byte[] GOOD =
      Model.initial(Network.of(REGISTRY, Shape.of(2), "dense(units=3)"), 1).toBytes();

  @Test
  void metadataIsThereBeforeTheChecksumIsLookedAt() throws Exception {
    assertEquals(List.of(read(GOOD).metadata), early(GOOD));
    byte[] damaged = GOOD.clone();
    damaged[damaged.length - 1] ^= 1;
    assertEquals(1, early(damaged).size());
    ModelFormatException e = assertThrows(ModelFormatException.class, () -> read(damaged));
    assertTrue(e.getMessage().contains("the checksum does not hold"), e.getMessage());
  }

  @Test
  void networkThatCannotBeMadeIsNotToldBeforeTheChecksum() {
    byte[] damaged = replace("dense(", "danse(");
    ModelMetadata metadata = early(damaged).get(0);
    assertEquals(Optional.empty(), ModelFile.architecture(metadata, REGISTRY));
    ModelFormatException e = assertThrows(ModelFormatException.class, () -> read(damaged));
    assertTrue(e.getMessage().contains("the checksum does not hold"), e.getMessage());
  }

  @Test
  void metadataThatCannotBeReadIsNotToldBeforeTheChecksum() {
    byte[] damaged = replace("input_shape", "input_shade");
    assertEquals(List.of(), early(damaged));
    ModelFormatException e = assertThrows(ModelFormatException.class, () -> read(damaged));
    assertTrue(e.getMessage().contains("the checksum does not hold"), e.getMessage());
  }

  private static ModelContents read(byte[] bytes) throws Exception {
    return ModelFile.contents(
        new ByteArrayInputStream(bytes), bytes.length, "model", metadata -> {});
  }

  /** What is given to whoever does not wait for the checksum. */
  private static List<ModelMetadata> early(byte[] bytes) {
    List<ModelMetadata> early = new ArrayList<>();
    try {
      ModelContents unused =
          ModelFile.contents(new ByteArrayInputStream(bytes), bytes.length, "model", early::add);
    } catch (Exception e) {
      assertTrue(e instanceof ModelFormatException, e::toString);
    }
    return early;
  }

  private static byte[] replace(String text, String by) {
    String latin = new String(GOOD, StandardCharsets.ISO_8859_1);
    assertTrue(latin.contains(text), text);
    return latin.replace(text, by).getBytes(StandardCharsets.ISO_8859_1);
  }
}
