package dev.nn.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistrationTest {
  @TempDir private Path folder;
  private Compilation project;

  @BeforeEach
  void makeProject() throws Exception {
    project = new Compilation(folder);
  }

  @Test
  void aPluginOfEachKindIsWrittenIntoTheFileOfItsKind() throws Exception {
    Map<String, String> samples = Samples.ofAllKinds();
    assertEquals(
        Arrays.stream(Kind.values()).map(kind -> kind.type().getSimpleName()).sorted().toList(),
        List.copyOf(samples.keySet()));
    for (Map.Entry<String, String> sample : samples.entrySet()) {
      project.write("acme/Sample" + sample.getKey() + ".java", sample.getValue());
    }
    assertEquals(List.of(), project.compile());
    for (String kind : samples.keySet()) {
      assertEquals(List.of("# From @NnPlugin:", "acme.Sample" + kind), project.services(kind));
    }
  }

  @Test
  void whatIsNotMarkedIsNotWritten() throws Exception {
    project.write("acme/Cube.java", Compilation.activation("Cube", "acme.cube"));
    String other = Compilation.activation("Other", "acme.other");
    project.write("acme/Other.java", other.replace("@dev.nn.api.NnPlugin", ""));
    assertEquals(List.of(), project.compile());
    assertEquals(List.of("# From @NnPlugin:", "acme.Cube"), project.services("Activation"));
    assertEquals(List.of(), project.services("Loss"));
  }

  @Test
  void aNestedClassIsWrittenByItsBinaryName() throws Exception {
    String nested = Compilation.activation("Cube", "acme.cube");
    project.write(
        "acme/Outer.java",
        nested.replaceFirst(
            "(?s)package acme;(.*)", "package acme; public interface Outer { $1 }"));
    assertEquals(List.of(), project.compile());
    assertEquals(List.of("# From @NnPlugin:", "acme.Outer$Cube"), project.services("Activation"));
  }

  @Test
  void linesThatWereWrittenByHandStay() throws Exception {
    Path file = project.classes().resolve("META-INF/services/dev.nn.api.Activation");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "# mine\nacme.ByHand # an old one\nacme.Both");
    project.write("acme/Cube.java", Compilation.activation("Cube", "acme.cube"));
    project.write("acme/Both.java", Compilation.activation("Both", "acme.both"));
    assertEquals(List.of(), project.compile());
    List<String> expected =
        List.of(
            "# mine", "acme.ByHand # an old one", "acme.Both", "# From @NnPlugin:", "acme.Cube");
    assertEquals(expected, project.services("Activation"));
    assertEquals(List.of(), project.compile());
    assertEquals(expected, project.services("Activation"));
  }

  @Test
  void aCompilationOfSomeSourcesKeepsThePluginsOfTheOthers() throws Exception {
    project.write("acme/Cube.java", Compilation.activation("Cube", "acme.cube"));
    project.write("acme/Other.java", Compilation.activation("Other", "acme.other"));
    assertEquals(List.of(), project.compileOnly("acme/Cube.java"));
    assertEquals(List.of(), project.compileOnly("acme/Other.java"));
    assertEquals(
        List.of("# From @NnPlugin:", "acme.Cube", "acme.Other"), project.services("Activation"));
  }

  @Test
  void aClassThatIsGoneIsTakenOut() throws Exception {
    project.write("acme/Cube.java", Compilation.activation("Cube", "acme.cube"));
    project.write("acme/Other.java", Compilation.activation("Other", "acme.other"));
    assertEquals(List.of(), project.compile());
    Files.delete(project.classes().resolve("acme/Cube.class"));
    assertEquals(List.of(), project.compileOnly("acme/Other.java"));
    assertEquals(List.of("# From @NnPlugin:", "acme.Other"), project.services("Activation"));
  }

  @Test
  void aClassThatIsMarkedNoLongerIsTakenOut() throws Exception {
    String cube = Compilation.activation("Cube", "acme.cube");
    project.write("acme/Cube.java", cube);
    project.write("acme/Other.java", Compilation.activation("Other", "acme.other"));
    assertEquals(List.of(), project.compile());
    project.write("acme/Cube.java", cube.replace("@dev.nn.api.NnPlugin", ""));
    assertEquals(List.of(), project.compile());
    assertEquals(List.of("# From @NnPlugin:", "acme.Other"), project.services("Activation"));
  }

  @Test
  void theOrderOfTheSourcesDoesNotCount() throws Exception {
    project.write("acme/A.java", Compilation.activation("A", "acme.a"));
    project.write("acme/B.java", Compilation.activation("B", "acme.b"));
    assertEquals(List.of(), project.compileOnly("acme/B.java", "acme/A.java"));
    assertEquals(List.of("# From @NnPlugin:", "acme.A", "acme.B"), project.services("Activation"));
  }

  /** Whoever does what the message says gets further. */
  @Test
  void aModuleThatDoesNotProvideItsPluginsIsToldTheLineThatHelps() throws Exception {
    String module = "module acme { requires dev.nn.api; %s }";
    project.write("acme/Cube.java", Compilation.activation("Cube", "acme.cube"));
    project.write("module-info.java", module.formatted(""));
    List<String> said = project.compile();
    assertEquals(
        List.of(
            "module acme does not provide acme.Cube, so it would not be found on a module path; add to module-info.java: provides dev.nn.api.Activation with acme.Cube;"),
        said);
    assertEquals(List.of(), project.services("Activation"));
    project.write("module-info.java", module.formatted(line(said)));
    assertEquals(List.of(), project.compile());
    project.write("acme/A.java", Compilation.activation("A", "acme.a"));
    project.write("acme/B.java", Compilation.activation("B", "acme.b"));
    said = project.compile();
    assertEquals(2, said.size(), said::toString);
    assertTrue(
        said.get(0)
            .endsWith(
                "change the line for this kind in module-info.java: provides dev.nn.api.Activation with acme.A, acme.B, acme.Cube;"),
        said::toString);
    project.write("module-info.java", module.formatted(line(said)));
    assertEquals(List.of(), project.compile());
    assertEquals(
        List.of("acme.A", "acme.B", "acme.Cube"),
        project.services("Activation").stream().skip(1).collect(Collectors.toList()));
  }

  private static String line(List<String> said) {
    return said.get(0).replaceFirst(".*module-info.java: ", "");
  }
}
