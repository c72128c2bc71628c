package dev.nn.core.doctor;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.Plugin;
import dev.nn.api.SpecException;
import dev.nn.core.plugin.FaultyJar;
import dev.nn.core.plugin.PluginJars;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.math.Matrix;
import dev.nn.math.platform.Acceleration;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each thing that the doctor knows of is provoked here, and what belongs to a process also in
 * {@link DoctorProcessesTest}.
 */
class DoctorTest {
  private static final String SERVICES = "META-INF/services/dev.nn.api.Activation";

  @TempDir private Path folder;

  /** A jar with the activation {@code acme.Bad} and more files. */
  private Path jar(String jar, Map<String, String> more) {
    Map<String, byte[]> files = new TreeMap<>(classes());
    more.forEach((name, text) -> files.put(name, PluginJars.bytes(text)));
    return PluginJars.jar(folder.resolve(jar), files);
  }

  private Map<String, byte[]> classes() {
    Map<String, String> source = Map.of("acme.Bad", "package acme;\n" + FaultyJar.named("fine"));
    return PluginJars.filesOf(PluginJars.compile(folder, source), "");
  }

  /** The same as a module, whose descriptor has a body. */
  private Map<String, byte[]> module(String body) {
    Map<String, String> sources =
        Map.of(
            "module-info",
            "module acme { requires dev.nn.api; " + body + "}",
            "acme.Bad",
            "package acme;\n" + FaultyJar.named("fine"));
    String api =
        PluginJars.locationOf(Plugin.class)
            + File.pathSeparator
            + PluginJars.locationOf(Matrix.class);
    return new TreeMap<>(
        PluginJars.filesOf(PluginJars.compile(folder, sources, "--module-path", api), ""));
  }

  private static List<String> problems(DoctorReport report, String topic) {
    return report.findings().stream()
        .filter(finding -> finding.topic().equals(topic))
        .map(Finding::problem)
        .toList();
  }

  private static String advice(DoctorReport report, String topic) {
    return report.findings().stream()
        .filter(finding -> finding.topic().equals(topic))
        .map(Finding::advice)
        .findFirst()
        .orElse("none");
  }

  private static DoctorReport reportOf(Path... jars) throws IOException {
    try (URLClassLoader loader = PluginJars.loader(List.of(jars))) {
      return inContext(loader);
    }
  }

  private static DoctorReport inContext(ClassLoader loader) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      return Doctor.report();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Test
  void everyPluginIsListedWithWhereItComesFrom() throws IOException {
    Path jar =
        jar(
            "acme.jar",
            Map.of(
                SERVICES,
                "acme.Bad",
                "META-INF/MANIFEST.MF",
                "Manifest-Version: 1.0\nImplementation-Title: acme\nImplementation-Version: 3.1\n"));
    DoctorReport report = reportOf(jar);
    InstalledPlugin fine =
        report.plugins().stream().filter(p -> p.name().equals("fine")).findFirst().orElseThrow();
    assertEquals("acme.Bad", fine.origin().className());
    assertEquals("acme 3.1", fine.origin().artifact());
    assertEquals(jar.toString(), fine.origin().location().orElseThrow());
    assertTrue(fine.classLoader().contains("URLClassLoader"), fine.classLoader());
    assertTrue(report.plugins().stream().anyMatch(plugin -> plugin.name().equals("dense")));
    String text = report.toString();
    assertTrue(text.contains("acme 3.1 in " + jar + ", no module, class loader "), text);
    assertTrue(text.contains("  activation: fine"), text);
    String json = report.toJson();
    assertTrue(json.contains("\"version\" : \"3.1\""), json);
    assertTrue(json.contains("\"healthy\" : false"), json);
  }

  @Test
  void aFaultyProviderIsWrongAndHasItsCause() throws IOException {
    Path jar = jar("acme.jar", Map.of(SERVICES, "acme.Bad\nacme.Missing\n"));
    DoctorReport report = reportOf(jar);
    assertEquals(
        List.of(
            "activation acme.Missing, named by %s!/%s line 2: Provider acme.Missing not found"
                .formatted(jar, SERVICES)),
        problems(report, "faulty provider"));
    assertFalse(report.isHealthy());
  }

  @Test
  void aNameOfTwoPluginsIsWrong() throws IOException {
    Map<String, String> sources =
        Map.of(
            "acme.Bad",
            "package acme;\n" + FaultyJar.named("fine"),
            "apex.Bad",
            "package apex;\n" + FaultyJar.named("fine"));
    Map<String, byte[]> files =
        new TreeMap<>(PluginJars.filesOf(PluginJars.compile(folder, sources), ""));
    files.put(SERVICES, PluginJars.bytes("acme.Bad\napex.Bad\n"));
    Path jar = PluginJars.jar(folder.resolve("two.jar"), files);
    DoctorReport report = reportOf(jar);
    assertEquals(
        List.of(
            "activation \"fine\" is provided 2 times:\n  acme.Bad in %s\n  apex.Bad in %s"
                .formatted(jar, jar)),
        problems(report, "duplicate"));
    assertTrue(advice(report, "duplicate").startsWith("Remove all but one"));
  }

  @Test
  void aClassInTwoJarsIsWrong() throws IOException {
    Path jar = jar("acme-1.jar", Map.of(SERVICES, "acme.Bad"));
    Path copy = Files.copy(jar, folder.resolve("acme-2.jar"));
    assertEquals(
        List.of(
            "the class acme.Bad, and perhaps others, is in 2 places: %s, %s".formatted(jar, copy)),
        problems(reportOf(jar, copy), "duplicate"));
  }

  /** The tests of this module run without these artifacts. */
  @Test
  void builtInsThatAreMissingBesideNnCoreAreNamed() {
    DoctorReport report = Doctor.report();
    assertEquals(
        List.of(
            "the plugins of nn-activations are missing beside nn-core",
            "the plugins of nn-init are missing beside nn-core",
            "the plugins of nn-optim are missing beside nn-core"),
        problems(report, "built-ins"));
    assertEquals(
        "Add the artifact dev.nn:nn-activations; to an image of jlink with --add-modules"
            + " dev.nn.activations.",
        advice(report, "built-ins"));
  }

  @Test
  void aClassThatOnlyTheServicesFileOfAModuleNamesIsWrong() throws IOException {
    Map<String, byte[]> files = module("");
    files.put(SERVICES, PluginJars.bytes("acme.Bad # ours\n"));
    Path jar = PluginJars.jar(folder.resolve("acme.jar"), files);
    DoctorReport report = reportOf(jar);
    assertEquals(
        List.of(
            "acme.Bad in %s is named by META-INF/services only, so it is not found on a module path"
                .formatted(jar)),
        problems(report, "registration"));
    assertEquals(
        "Add to module-info.java: provides dev.nn.api.Activation with acme.Bad;",
        advice(report, "registration"));
  }

  @Test
  void aClassThatOnlyItsModuleNamesIsWrong() throws IOException {
    Path jar =
        PluginJars.jar(
            folder.resolve("acme.jar"), module("provides dev.nn.api.Activation with acme.Bad;"));
    DoctorReport report = reportOf(jar);
    assertEquals(
        List.of(
            "acme.Bad in %s is named by its module-info only, so it is not found on a class path"
                .formatted(jar)),
        problems(report, "registration"));
    assertEquals("Add the line acme.Bad to " + SERVICES + ".", advice(report, "registration"));
  }

  @Test
  void servicesFilesThatWereLostInAnUberJarAreNamed() throws IOException {
    Map<String, byte[]> files = new TreeMap<>(classes());
    for (Class<?> part : List.of(Plugin.class, Place.class)) {
      String name = part.getName().replace('.', '/') + ".class";
      try (InputStream in = DoctorTest.class.getResourceAsStream("/" + name)) {
        files.put(name, requireNonNull(in).readAllBytes());
      }
    }
    files.put(SERVICES, PluginJars.bytes(""));
    Path jar = PluginJars.jar(folder.resolve("app.jar"), files);
    DoctorReport report = reportOf(jar);
    assertEquals(
        List.of(
            "in %s, %s names none of the activations that are there: not acme.Bad"
                .formatted(jar, SERVICES)),
        problems(report, "registration"));
    assertTrue(advice(report, "registration").contains("ServicesResourceTransformer"));
    // The descriptor of one of the packed jars, compiled for a Java to come.
    byte[] descriptor = requireNonNull(module("").get("module-info.class"));
    descriptor[7] = 120;
    files.put("module-info.class", descriptor);
    PluginJars.jar(jar, files);
    assertEquals(problems(report, "registration"), problems(reportOf(jar), "registration"));
    files.put(SERVICES, PluginJars.bytes("acme.Bad\n"));
    PluginJars.jar(jar, files);
    assertEquals(List.of(), problems(reportOf(jar), "registration"));
  }

  @Test
  void aContextClassLoaderThatDoesNotSeeTheFrameworkIsWrong() throws Exception {
    String topic = "context class loader";
    assertEquals(List.of(), problems(Doctor.report(), topic));
    assertTrue(
        problems(inContext(null), topic).get(0).contains("has none"),
        () -> problems(inContext(null), topic).toString());
    DoctorReport platform = inContext(ClassLoader.getPlatformClassLoader());
    assertTrue(
        problems(platform, topic).get(0).contains(", platform, does not see this framework"),
        platform::toString);
    URL[] copy = {
      PluginJars.locationOf(Plugin.class).toUri().toURL(),
      PluginJars.locationOf(Matrix.class).toUri().toURL()
    };
    try (URLClassLoader other = new URLClassLoader(copy, null)) {
      DoctorReport report = inContext(other);
      assertTrue(
          problems(report, topic).get(0).contains("sees another copy of this framework"),
          report::toString);
      assertTrue(advice(report, topic).startsWith("Leave one copy"), report::toString);
    }
  }

  @Test
  void vectorsThatAreOffAreWrongUnlessNobodyCanHelpIt() {
    assertEquals(
        List.of(), PlatformChecks.vectors(new Acceleration(256, true, "there it is"), true));
    Finding flag =
        PlatformChecks.vectors(
                new Acceleration(0, true, "for vectors, run java with --add-modules x"), true)
            .get(0);
    assertTrue(flag.isWrong());
    assertEquals(
        "SIMD is off: training and prediction run on scalar kernels (for vectors, run java with"
            + " --add-modules x)",
        flag.problem());
    Finding processor =
        PlatformChecks.vectors(new Acceleration(0, false, "use a processor with FMA"), true).get(0);
    assertFalse(processor.isWrong());
    Finding wish =
        PlatformChecks.vectors(new Acceleration(0, true, "asked for by -Dx=scalar"), true).get(0);
    assertFalse(wish.isWrong());
    Finding module = PlatformChecks.vectors(new Acceleration(0, true, "none"), false).get(0);
    assertTrue(module.isWrong());
    assertTrue(
        module.advice().contains("\"--add-options= --add-modules=jdk.incubator.vector\""),
        module::toString);
  }

  @Test
  void tinyNumbersThatBecomeNothingAreWrong() {
    assertEquals(List.of(), PlatformChecks.denormals((a, b) -> a * b));
    Finding finding =
        PlatformChecks.denormals((a, b) -> a * b < Double.MIN_NORMAL ? 0 : a * b).get(0);
    assertTrue(finding.isWrong());
    assertTrue(finding.advice().contains("-ffast-math"), finding::toString);
  }

  @Test
  void memoryThatIsTooLittleForTheProcessorsIsWrong() {
    assertEquals(List.of(), PlatformChecks.memory(512L << 20, 8));
    Finding finding = PlatformChecks.memory((512L << 20) - 1, 8).get(0);
    assertTrue(finding.isWrong());
    assertEquals(
        "Java may use 511 MiB, which is little for the threads of 8 processors", finding.problem());
    assertTrue(finding.advice().contains("-Xmx512m"), finding::toString);
  }

  @Test
  void javaWithoutItsCompilerIsWrong() {
    assertEquals(List.of(), PlatformChecks.compiler("mixed mode, sharing"));
    assertTrue(PlatformChecks.compiler("interpreted mode, sharing").get(0).isWrong());
    assertTrue(PlatformChecks.compiler("mixed mode, emulated-client, sharing").get(0).isWrong());
  }

  @Test
  void aFailingLookUpPointsHere() {
    PluginRegistry none = PluginRegistry.of();
    String message = assertThrows(SpecException.class, () -> none.activation("relu")).problem();
    assertTrue(
        message.endsWith("\nTo find out why it is missing: nn doctor, or in Java Doctor.report()"),
        message);
  }
}
