package dev.nn.tests.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.testkit.RegistryContract;
import dev.nn.tests.project.OurModules;
import dev.nn.tests.project.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.commons.JUnitException;

/** The same rules in a virtual machine where all of our modules are named modules. */
@TestInstance(Lifecycle.PER_CLASS)
class ModulePathContractTest {
  private static final String SEPARATOR = " | ";

  private List<String> onModulePath = List.of();
  private List<String> onClassPath = List.of();

  @BeforeAll
  void runOnBothPaths(@TempDir Path folder) throws Exception {
    onModulePath = linesOnModulePath(folder);
    onClassPath = linesOnClassPath(folder);
  }

  @Test
  void theKitIsANamedModuleOnTheOneAndNotOnTheOther() {
    assertEquals("module dev.nn.testkit", onModulePath.get(0));
    assertEquals("module null", onClassPath.get(0));
  }

  @Test
  void noRuleFails() {
    assertEquals(List.of(), outcomes(onModulePath, "failed"));
  }

  @Test
  void everyTestOfTheClassPathIsMadeOnTheModulePath() {
    List<String> names =
        outcomes(onModulePath, "").stream().map(line -> name(line)).sorted().toList();
    assertEquals(namesHere(), names);
  }

  @Test
  void whatPassesAndWhatIsSkippedIsTheSameOnBothPaths() {
    assertEquals(outcomes(onClassPath, ""), outcomes(onModulePath, ""));
  }

  @Test
  void everySkipNamesItsRule() {
    for (String skip : outcomes(onModulePath, "skipped")) {
      String[] parts = skip.split(" \\| ", 4);
      String number = parts[1].substring(0, parts[1].indexOf(' '));
      assertTrue(parts[3].startsWith(number + ": "), skip);
    }
  }

  /** The tests that the contract makes in this virtual machine, which has a class path. */
  private static List<String> namesHere() {
    RegistryContract contract = new RegistryContract() {};
    return contract
        .everyPluginKeepsTheRules(entries -> {})
        .flatMap(
            plugin ->
                rules(plugin)
                    .map(rule -> plugin.getDisplayName() + SEPARATOR + rule.getDisplayName()))
        .sorted()
        .toList();
  }

  private static Stream<? extends DynamicNode> rules(DynamicNode plugin) {
    return ((DynamicContainer) plugin).getChildren();
  }

  private static String name(String line) {
    String[] parts = line.split(" \\| ", 3);
    return parts[0] + SEPARATOR + parts[1];
  }

  /** The lines with such an outcome, sorted. */
  private static List<String> outcomes(List<String> lines, String outcome) {
    return lines.stream()
        .skip(1)
        .filter(line -> line.substring(name(line).length()).startsWith(SEPARATOR + outcome))
        .sorted()
        .toList();
  }

  private static List<String> linesOnModulePath(Path folder) throws Exception {
    List<Path> path = application();
    path.add(Project.sample("contract").jarForModulePath(path, folder));
    return lines(
        folder,
        "--module-path",
        OurModules.joined(path),
        "--add-modules",
        "dev.nn.activations,dev.nn.init,dev.nn.optim",
        "--module",
        "user.contract/user.contract.Main");
  }

  private static List<String> linesOnClassPath(Path folder) throws Exception {
    List<Path> path = application();
    path.add(Project.sample("contract").jarForClassPath(path, folder));
    return lines(folder, "--class-path", OurModules.joined(path), "user.contract.Main");
  }

  private static List<Path> application() throws Exception {
    List<Path> path = new ArrayList<>(OurModules.application());
    // What the contracts alone need; JUnit's modules want the last where something is compiled.
    for (Class<?> type : List.of(Test.class, JUnitException.class, API.class)) {
      path.add(Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()));
    }
    return path;
  }

  private static List<String> lines(Path folder, String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(arguments));
    Path errors = folder.resolve("errors.txt");
    Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), () -> output + read(errors));
    return output.lines().toList();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
