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
import java.util.Locale;
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

  /** Two plugins that require one library in two versions, and a plain jar. */
  @Test
  void jarsThatAreLoadedLaterAreModulesWhereTheFrameworkIsOne() throws Exception {
    Project project = Project.sample("jars");
    List<Path> application = OurModules.application();
    List<String> plugins = new ArrayList<>();
    plugins.add(plugin("left", 1).toString());
    plugins.add(plugin("right", 2).toString());
    plugins.add(Project.sample("gated").jarForClassPath(OurModules.api(), folder).toString());
    List<String> command = new ArrayList<>(plugins);
    command.addAll(
        0,
        List.of(
            "--module-path",
            OurModules.joined(with(project.jarForModulePath(application, folder), application)),
            "--add-modules",
            "dev.nn.init",
            "--module",
            "user.jars/user.jars.Main"));
    assertEquals(
        List.of(
            "acme.left in module acme.left apart: version 1",
            "acme.right in module acme.right apart: version 2",
            "acme.glu in module null apart: ",
            "predicts 3"),
        java(command.toArray(String[]::new)));
    command = new ArrayList<>(plugins);
    command.addAll(
        0,
        List.of(
            "--class-path",
            OurModules.joined(with(project.jarForClassPath(application, folder), application)),
            "user.jars.Main"));
    assertEquals(
        List.of(
            "acme.left in module null apart: version 1",
            "acme.right in module null apart: version 2",
            "acme.glu in module null apart: ",
            "predicts 3"),
        java(command.toArray(String[]::new)));
  }

  @Test
  void aModuleWhoseLibraryIsMissingIsAFaultThatNamesIt() throws Exception {
    Project project = Project.sample("jars");
    List<Path> application = OurModules.application();
    Path left = plugin("left", 1);
    Files.delete(left.resolve("lib-module.jar"));
    Process process =
        start(
            "--module-path",
            OurModules.joined(with(project.jarForModulePath(application, folder), application)),
            "--add-modules",
            "dev.nn.init",
            "--module",
            "user.jars/user.jars.Main",
            left.toString());
    process.getInputStream().readAllBytes();
    assertEquals(1, process.waitFor());
    String errors = read(folder.resolve("errors.txt"));
    String jar = left.resolve("left-module.jar").toString();
    assertTrue(
        errors.contains(
            "activation acme.left.Left, named by module acme.left (%s): FindException: Module lib not found, required by acme.left"
                .formatted(jar)),
        errors);
  }

  /** A folder with a modular jar and the version of the library that it requires. */
  private Path plugin(String name, int version) throws IOException {
    Path sources = folder.resolve("sources" + version);
    Path into = Files.createDirectories(folder.resolve(name + "-jars"));
    write(sources.resolve("lib/module-info.java"), "module lib { exports lib; }");
    write(
        sources.resolve("lib/lib/Version.java"),
        "package lib; public final class Version { private Version() {} public static int number() { return %s; } }"
            .formatted(version));
    write(
        sources.resolve(name + "/module-info.java"),
        "module acme.%s { requires dev.nn.api; requires lib; provides dev.nn.api.Activation with acme.%s.%s; }"
            .formatted(name, name, capital(name)));
    write(
        sources.resolve("%s/acme/%s/%s.java".formatted(name, name, capital(name))),
        """
        package acme.%s;
        public record %s() implements dev.nn.api.ElementwiseActivation {
          @Override public String name() { return "acme.%s"; }
          @Override public String description() { return "version " + lib.Version.number(); }
          @Override public float value(float z) { return z; }
          @Override public float derivative(float z, float a) { return 1; }
        }
        """
            .formatted(name, capital(name), name));
    Path jars = Files.createDirectories(folder.resolve("made" + version));
    Path library = new Project(sources.resolve("lib")).jarForModulePath(List.of(), jars);
    Path plugin =
        new Project(sources.resolve(name)).jarForModulePath(with(library, OurModules.api()), jars);
    for (Path jar : List.of(library, plugin)) {
      Files.copy(jar, into.resolve(jar.getFileName()));
    }
    return into;
  }

  private static String capital(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
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
