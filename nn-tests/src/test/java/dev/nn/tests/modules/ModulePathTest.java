package dev.nn.tests.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.nn.tests.project.OurModules;
import dev.nn.tests.project.Project;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A user's program in virtual machines of its own. */
class ModulePathTest {
  @TempDir private Path folder;

  @Test
  void aProgramLearnsXorToTheSameBitsOnTheModulePathAndOnTheClassPath() throws Exception {
    Project project = Project.sample("xor");
    List<Path> application = OurModules.application();
    List<String> onModulePath =
        java(
            "--module-path",
            OurModules.joined(with(project.jarForModulePath(application, folder), application)),
            "--module",
            "user.xor/user.xor.Main");
    List<String> onClassPath =
        java(
            "--class-path",
            OurModules.joined(with(project.jarForClassPath(application, folder), application)),
            "user.xor.Main");
    assertTrue(onModulePath.get(0).matches("weights sha256 [0-9a-f]{64}"), onModulePath::toString);
    assertEquals(onClassPath.subList(0, 5), onModulePath.subList(0, 5));
    assertEquals(List.of("module user.xor", "engine dev.nn.core"), onModulePath.subList(5, 7));
    assertEquals(List.of("module null", "engine null"), onClassPath.subList(5, 7));
    for (int i = 0; i < 4; i++) {
      double prediction = Double.parseDouble(onModulePath.get(1 + i).split(" ")[1]);
      assertEquals(i == 1 || i == 2 ? 1 : 0, prediction, 0.1, "XOR of case " + i);
    }
  }

  @Test
  void nnApiResolvesWithNnMathAndTheBaseOfJavaAlone() throws Exception {
    List<String> modules =
        java(
            "--module-path",
            OurModules.joined(OurModules.application()),
            "--limit-modules",
            "dev.nn.api",
            "--list-modules");
    assertEquals(
        Set.of("dev.nn.api", "dev.nn.math", "java.base"),
        modules.stream().map(line -> line.split("[@ ]")[0]).collect(Collectors.toSet()));
  }

  /** As in an image of jlink that was made of the program's own modules. */
  @Test
  void withoutTheModulesOfPluginsTheAdviceOfEachMessageLeadsOn() throws Exception {
    Project project = Project.sample("xor");
    List<Path> application = OurModules.application();
    String path =
        OurModules.joined(with(project.jarForModulePath(application, folder), application));
    Set<String> added = new TreeSet<>();
    Pattern advice = Pattern.compile("--add-modules (dev\\.nn\\.\\w+)");
    for (int attempt = 0; attempt < 4; attempt++) {
      List<String> command = new ArrayList<>(List.of("--module-path", path));
      command.addAll(List.of("--limit-modules", "user.xor"));
      if (!added.isEmpty()) {
        command.addAll(List.of("--add-modules", String.join(",", added)));
      }
      command.addAll(List.of("--module", "user.xor/user.xor.Main"));
      Process process = start(command.toArray(String[]::new));
      process.getInputStream().readAllBytes();
      if (process.waitFor() == 0) {
        assertEquals(Set.of("dev.nn.activations", "dev.nn.init", "dev.nn.optim"), added);
        return;
      }
      String errors = read(folder.resolve("errors.txt"));
      Matcher module = advice.matcher(errors);
      assertTrue(module.find(), errors);
      assertTrue(added.add(module.group(1)), errors);
    }
    fail("the program does not run with " + added);
  }

  private static List<Path> with(Path jar, List<Path> others) {
    List<Path> all = new ArrayList<>(others);
    all.add(jar);
    return all;
  }

  /** The standard output of a run of the JDK that runs this test. */
  private List<String> java(String... arguments) throws IOException, InterruptedException {
    Process process = start(arguments);
    List<String> output =
        new String(process.getInputStream().readAllBytes(), Charset.defaultCharset())
            .lines()
            .toList();
    int status = process.waitFor();
    assertEquals(
        0,
        status,
        () -> List.of(arguments) + "\n" + output + "\n" + read(folder.resolve("errors.txt")));
    return output;
  }

  private Process start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectError(folder.resolve("errors.txt").toFile())
            .start();
    process.getOutputStream().close();
    return process;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
