package dev.nn.examples.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.examples.Console;
import dev.nn.examples.Console.Run;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands with plugins in jars that are on no class path. */
class JarCommandsTest {
  private static final String CUBE = "return z * z * z;";
  private static final String SLOPE = "return 3 * z * z;";

  @TempDir private Path folder;

  @Test
  void theOptionStandsBeforeTheCommandOrAfterItAndTakesSeveralJars() throws IOException {
    Path cube = JarFiles.cube(folder.resolve("cube.jar"), CUBE, SLOPE);
    Path library =
        JarFiles.jar(folder.resolve("lib.jar"), "x", "lib.Any", "package lib; class Any {}");
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    for (Run run :
        List.of(
            Console.nn("--plugins", library.toString(), cube.toString(), "plugins", "acme.cube"),
            Console.nn("plugins", "--plugins", cube.toString(), library.toString(), "acme.cube"),
            Console.nn("plugins", "--plugins=" + folder, "acme.cube"),
            Console.nn("plugins", "acme.cube", "--plugins", library + File.pathSeparator + cube))) {
      assertEquals(0, run.status(), run.err());
      assertTrue(run.out().contains("acme.cube, an activation"), run.out());
      assertTrue(run.out().contains(cube.toString()), run.out());
    }
    assertSame(before, Thread.currentThread().getContextClassLoader());
    assertEquals(2, Console.nn("plugins", "acme.cube").status());
  }

  @Test
  void aNetworkTrainsWithAPluginFromAJarAndItsFileSaysWhichJar() throws IOException {
    Path cube = JarFiles.cube(folder.resolve("cube.jar"), CUBE, SLOPE);
    Path model = folder.resolve("xor.safetensors");
    Run run =
        Console.nn(
            "--plugins",
            cube.toString(),
            "xor",
            "--layers",
            "dense(units=4, activation=acme.cube), dense(units=1, activation=sigmoid)",
            "--epochs",
            "2",
            "--save",
            model.toString());
    assertTrue(Files.exists(model), run.err());
    Run inspected = Console.nn("inspect", model.toString());
    assertTrue(inspected.out().contains("was in cube.jar, sha256 "), inspected.out());
    assertTrue(
        inspected.out().contains("not installed here: activation acme.cube"), inspected.out());
  }

  @Test
  void aJarThatIsMissingIsWrongUsage() {
    Path missing = folder.resolve("cub.jar");
    Run run = Console.nn("plugins", "--plugins", missing.toString());
    assertEquals(2, run.status());
    assertTrue(
        run.err()
            .startsWith("nn plugins: --plugins: " + missing + ": there is no such file or folder"),
        run.err());
    Run nothing = Console.nn("--plugins");
    assertEquals(2, nothing.status());
    assertTrue(nothing.err().contains("--plugins needs a folder or a jar after it"), nothing.err());
  }

  @Test
  void aJdbcDriverInAJarIsFound() throws IOException {
    Path driver =
        JarFiles.jar(
            folder.resolve("driver.jar"),
            "java.sql.Driver",
            "acme.Driver",
            """
            package acme;
            import java.sql.*;
            public class Driver implements java.sql.Driver {
              public Connection connect(String url, java.util.Properties p) throws SQLException {
                throw new SQLException("the driver of acme is here");
              }
              public boolean acceptsURL(String url) { return url.startsWith("jdbc:acme:"); }
              public DriverPropertyInfo[] getPropertyInfo(String url, java.util.Properties p) {
                return new DriverPropertyInfo[0];
              }
              public int getMajorVersion() { return 1; }
              public int getMinorVersion() { return 0; }
              public boolean jdbcCompliant() { return false; }
              public java.util.logging.Logger getParentLogger() { return null; }
            }
            """);
    Run run =
        Console.nn(
            "describe", "jdbc:acme:x", "--query", "select 1", "--plugins", driver.toString());
    assertEquals(1, run.status());
    assertTrue(run.err().contains("the driver of acme is here"), run.err());
    assertFalse(run.err().contains("names no plugin"), run.err());
  }

  @Test
  void checkRunsAllRulesOnTheJarsPlugins() throws IOException {
    Path cube = JarFiles.cube(folder.resolve("cube.jar"), CUBE, SLOPE);
    Run run = Console.nn("check", cube.toString());
    assertEquals(0, run.status(), run.out() + run.err());
    assertTrue(
        run.lines().get(0).equals("acme.cube, an activation: acme.Cube in " + cube), run.out());
    assertTrue(run.lastLine().matches("  \\d\\d rules kept, \\d skipped, none broken"), run.out());
    assertTrue(Console.nn("check", "relu").out().startsWith("relu, an activation: "), run.out());
    assertEquals(0, Console.nn("--plugins", folder.toString(), "check", "acme.cube").status());
  }

  @Test
  void checkNamesTheRuleThatIsBroken() throws IOException {
    Path wrong = JarFiles.cube(folder.resolve("wrong.jar"), CUBE, "return 2 * z * z;");
    assertBroken(wrong, "A7: ");
    Path nan = JarFiles.cube(folder.resolve("nan.jar"), "return Float.NaN;", "return 1;");
    assertBroken(nan, "A9: ");
    Path throwing =
        JarFiles.cube(
            folder.resolve("throw.jar"), "throw new IllegalStateException(\"no\");", "return 1;");
    assertBroken(throwing, "IllegalStateException: no");
    Path undeclared =
        JarFiles.cube(
            folder.resolve("undeclared.jar"),
            "double shift",
            "public Cube() { this(0); }"
                + "public Cube withOptions(dev.nn.api.Options o) { return this; }",
            "return z + (float) shift;",
            "return 1;");
    assertBroken(undeclared, "P2: no option changes the components [shift] of the record");
  }

  private static void assertBroken(Path jar, String rule) {
    Run run = Console.nn("check", jar.toString());
    assertEquals(1, run.status(), run.out() + run.err());
    assertTrue(
        run.lines().stream().anyMatch(line -> line.startsWith("  BROKEN ") && line.contains(rule)),
        run.out());
    assertTrue(run.lastLine().contains(" BROKEN"), run.out());
  }

  @Test
  void checkTellsOfWhatCannotBeLoadedOrIsNotThere() throws IOException {
    Path lost =
        JarFiles.jar(
            folder.resolve("lost.jar"),
            "dev.nn.api.Loss",
            "acme.Any",
            "package acme; class Any {}");
    Run run = Console.nn("check", lost.toString());
    assertEquals(1, run.status(), run.err());
    assertTrue(
        run.out().startsWith("cannot be loaded: loss acme.Any, named by " + lost), run.out());
    Path empty =
        JarFiles.jar(folder.resolve("empty.jar"), "x", "acme.Any", "package acme; class Any {}");
    Run nothing = Console.nn("check", empty.toString());
    assertEquals(2, nothing.status());
    assertTrue(nothing.err().contains(empty + " has no plugin"), nothing.err());
    Run unknown = Console.nn("check", "acme.cub");
    assertEquals(2, unknown.status());
    assertTrue(unknown.err().contains("why one is missing: nn doctor"), unknown.err());
  }

  @Test
  void theDoctorListsEverythingAsTextAndAsJson() throws IOException {
    Path cube = JarFiles.cube(folder.resolve("cube.jar"), CUBE, SLOPE);
    Run text = Console.nn("doctor", "--plugins", cube.toString());
    assertTrue(
        text.out().contains("cube.jar in " + cube + ", no module, class loader"), text.out());
    assertTrue(text.out().contains("  activation: acme.cube"), text.out());
    Run json = Console.nn("doctor", "--json");
    assertTrue(json.out().startsWith("{"), json.out());
    assertTrue(json.out().contains("\"class\" : \"dev.nn.activations.Relu\""), json.out());
    boolean isHealthy = json.out().contains("\"healthy\" : true");
    assertEquals(isHealthy ? 0 : 1, json.status());
  }

  /** In a virtual machine of its own, since the flags that are wrong belong to that. */
  @Test
  void theDoctorFindsFlagsThatAreWrongAndTheVariableNamesJars() throws Exception {
    Path cube = JarFiles.cube(folder.resolve("cube.jar"), CUBE, SLOPE);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xint", "-Xmx100m", "-XX:ActiveProcessorCount=4", "-cp"));
    command.addAll(
        List.of(System.getProperty("java.class.path"), "dev.nn.examples.Main", "doctor"));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("NN_PLUGINS", cube.toString());
    Process process = builder.start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(1, process.waitFor(), out);
    assertTrue(out.contains("  activation: acme.cube"), out);
    assertTrue(out.contains("Java runs without its optimising compiler: interpreted mode"), out);
    assertTrue(out.contains("which is little for the threads of 4 processors"), out);
    assertTrue(out.contains("SIMD is off: training and prediction run on scalar kernels"), out);
  }
}
