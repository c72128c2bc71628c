package dev.nn.tests.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.tests.project.OurModules;
import dev.nn.tests.project.Project;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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

  private static List<Path> with(Path jar, List<Path> others) {
    List<Path> all = new ArrayList<>(others);
    all.add(jar);
    return all;
  }

  /** The standard output of a run of the JDK that runs this test. */
  private List<String> java(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(arguments));
    Path errors = folder.resolve("errors.txt");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectError(errors.toFile())
            .start();
    process.getOutputStream().close();
    List<String> output =
        new String(process.getInputStream().readAllBytes(), Charset.defaultCharset())
            .lines()
            .toList();
    int status = process.waitFor();
    assertEquals(0, status, () -> command + "\n" + output + "\n" + read(errors));
    return output;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
