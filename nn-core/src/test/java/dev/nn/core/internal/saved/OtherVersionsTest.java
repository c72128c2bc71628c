package dev.nn.core.internal.saved;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nn.core.plugin.PluginJar;
import dev.nn.core.plugin.PluginRecord;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OtherVersionsTest {
  private static final PluginRecord CUBE = new PluginRecord("activation", "acme.cube", "acme 1.0");

  @Test
  void bothVersionsAreNamed() {
    assertEquals(
        List.of("activation \"acme.cube\" of acme 1.0, now of acme 2.0"),
        changes(CUBE, "acme 2.0"));
  }

  @Test
  void theSameVersionOrNoneIsNoChange() {
    assertEquals(List.of(), changes(CUBE, "acme 1.0"));
    assertEquals(List.of(), changes(CUBE, "com.acme.Cube"));
    assertEquals(List.of(), changes(CUBE, "unknown"));
  }

  @Test
  void initializersAndPluginsOfOtherNamesAreNotCompared() {
    PluginRecord zeros = new PluginRecord("initializer", "zeros", "acme 1.0");
    assertEquals(List.of(), changes(zeros, "acme 2.0"));
    PluginRecord square = new PluginRecord("activation", "acme.square", "acme 2.0");
    assertEquals(List.of(), OtherVersions.changes(List.of(CUBE), List.of(square)));
  }

  @Test
  void aNewerFrameworkIsNoChange() {
    PluginRecord relu = new PluginRecord("activation", "relu", "nn-activations 1.0");
    assertEquals(List.of(), changes(relu, "nn-activations 2.0"));
    assertEquals(List.of(), changes(relu, "dev.nn.activations 2.0"));
    assertEquals(
        List.of("activation \"relu\" of nn-activations 1.0, now of acme 2.0"),
        changes(relu, "acme 2.0"));
  }

  @Test
  void aJarOfOtherBytesIsAChangeAlsoIfItsVersionIsTheSame() {
    List<String> changes =
        OtherVersions.changes(List.of(cube("acme 1.0", "a")), List.of(cube("acme 1.0", "b")));
    assertEquals(
        List.of(
            "activation \"acme.cube\" of acme 1.0, whose jar acme.jar has another content now"
                + " (sha256 bbbbbbbbbbbb…, then aaaaaaaaaaaa…)"),
        changes);
    List<PluginRecord> same = List.of(cube("acme 1.0", "a"));
    assertEquals(List.of(), OtherVersions.changes(same, same));
    assertEquals(List.of(), OtherVersions.changes(List.of(CUBE), same));
    assertEquals(
        List.of("activation \"acme.cube\" of acme 1.0, now of acme 2.0"),
        OtherVersions.changes(same, List.of(cube("acme 2.0", "b"))));
  }

  private static PluginRecord cube(String artifact, String digit) {
    PluginJar jar = new PluginJar("acme.jar", "1.0", digit.repeat(64));
    return new PluginRecord("activation", "acme.cube", artifact, Optional.of(jar));
  }

  private static List<String> changes(PluginRecord saved, String now) {
    return OtherVersions.changes(
        List.of(saved), List.of(new PluginRecord(saved.kind(), saved.name(), now)));
  }
}
