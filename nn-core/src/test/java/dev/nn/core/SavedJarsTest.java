package dev.nn.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.ModelFormatException;
import dev.nn.api.PluginException;
import dev.nn.api.Shape;
import dev.nn.core.internal.safetensors.Checksums;
import dev.nn.core.plugin.FaultyJar;
import dev.nn.core.plugin.PluginJar;
import dev.nn.core.plugin.PluginJars;
import dev.nn.core.plugin.PluginRecord;
import dev.nn.core.plugin.PluginRegistry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jars of third parties in the files of models. */
class SavedJarsTest {
  @TempDir private Path folder;

  private Path jar() {
    Map<String, String> source =
        Map.of("acme.Bad", "package acme;\n" + FaultyJar.named("acme.fine"));
    Map<String, byte[]> files =
        new TreeMap<>(PluginJars.filesOf(PluginJars.compile(folder, source), ""));
    files.put("META-INF/services/dev.nn.api.Activation", PluginJars.bytes("acme.Bad\n"));
    files.put(
        "META-INF/MANIFEST.MF",
        PluginJars.bytes(
            "Manifest-Version: 1.0\nImplementation-Title: acme\nImplementation-Version: 1.2\n"));
    return PluginJars.jar(folder.resolve("acme-1.2.jar"), files);
  }

  private static Model model(PluginRegistry registry, String layers) {
    return Model.initial(Network.of(registry, Shape.of(2), layers), 7);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  @Test
  void aModelRecordsNameVersionAndHashOfEachJar() throws Exception {
    Path jar = jar();
    Path file = folder.resolve("model.safetensors");
    byte[] bytes;
    try (PluginRegistry registry = PluginRegistry.load(jar)) {
      Model model = model(registry, "activation(activation=acme.fine), flatten");
      model.save(file);
      bytes = Files.readAllBytes(file);
      assertArrayEquals(bytes, Model.load(bytes, registry).toBytes());
    }
    String sha256 =
        HexFormat.of()
            .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar)));
    Optional<PluginJar> expected = Optional.of(new PluginJar("acme-1.2.jar", "1.2", sha256));
    List<PluginRecord> plugins = SavedFile.read(file).plugins();
    assertEquals(
        List.of(new PluginRecord("activation", "acme.fine", "acme 1.2", expected)),
        plugins.stream().filter(plugin -> plugin.jar().isPresent()).toList());
    assertEquals(3, plugins.size());
    PluginException missing =
        assertThrows(PluginException.class, () -> Model.load(file, PluginRegistry.load()));
    assertTrue(
        String.valueOf(missing.getMessage())
            .contains("came from acme 1.2 (acme-1.2.jar, sha256 " + sha256 + ") when the model"),
        missing::getMessage);
  }

  @Test
  void aModelOfBuiltInsSaysNothingOfJars() {
    assertFalse(text(model(PluginRegistry.load(), "flatten").toBytes()).contains("plugin_jars"));
  }

  @Test
  void aDamagedRecordOfAJarIsRefused() throws IOException {
    Map<String, String> rows =
        Map.of(
            "[[\"9\",\"a.jar\",\"1\",\"" + "0".repeat(64) + "\"]]",
            "a jar in the metadata is that of plugin 9, but there are 1 plugins",
            "[[\"0\",\"a.jar\",\"1\",\"0\"]]",
            "a jar in the metadata is not an index, a file, a version and a SHA-256",
            "[[\"0\",\"a.jar\"]]",
            "a jar in the metadata is not an index, a file, a version and a SHA-256");
    for (Map.Entry<String, String> row : rows.entrySet()) {
      byte[] bytes = withJars(model(PluginRegistry.load(), "flatten").toBytes(), row.getKey());
      ModelFormatException error =
          assertThrows(ModelFormatException.class, () -> Model.load(bytes, PluginRegistry.load()));
      assertTrue(String.valueOf(error.getMessage()).contains(row.getValue()), error::getMessage);
    }
    String fine = "[[\"0\",\"a.jar\",\"1\",\"" + "0".repeat(64) + "\"]]";
    byte[] bytes = withJars(model(PluginRegistry.load(), "flatten").toBytes(), fine);
    Path file = Files.write(folder.resolve("fine.safetensors"), bytes);
    assertEquals("a.jar", SavedFile.read(file).plugins().get(0).jar().orElseThrow().file());
  }

  /** The file with one text more in its metadata, and the checksum that belongs to it. */
  private static byte[] withJars(byte[] file, String jars) {
    int length = (int) ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getLong();
    String header = text(file).substring(8, 8 + length).strip();
    String more = "\"plugin_jars\":\"" + jars.replace("\"", "\\\"") + "\",";
    header = header.replace("\"__metadata__\":{", "\"__metadata__\":{" + more);
    header =
        header.replaceFirst("\"sha256\":\"[0-9a-f]{64}\"", "\"sha256\":\"" + "0".repeat(64) + "\"");
    byte[] data = Arrays.copyOfRange(file, 8 + length, file.length);
    byte[] text = header.getBytes(StandardCharsets.UTF_8);
    MessageDigest sha256 = Checksums.sha256();
    sha256.update(text);
    sha256.update(data);
    header =
        header.replaceFirst(
            "\"sha256\":\"0{64}\"",
            "\"sha256\":\"" + HexFormat.of().formatHex(sha256.digest()) + "\"");
    text = header.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(8 + text.length + data.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(text.length)
        .put(text)
        .put(data)
        .array();
  }
}
