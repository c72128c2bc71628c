package dev.nn.tests.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.Activation;
import dev.nn.api.ElementwiseActivation;
import dev.nn.api.Kind;
import dev.nn.api.NnException;
import dev.nn.api.Shape;
import dev.nn.core.Model;
import dev.nn.core.Network;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.tests.project.OurModules;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application, its libraries and a plugin packed into one jar. */
class UberJarTest {
  private static final String SERVICES = "META-INF/services/" + Activation.class.getName();

  @TempDir private Path folder;

  /** The plugin of another jar. */
  public static final class Cube implements ElementwiseActivation {
    @Override
    public String name() {
      return "acme.cube";
    }

    @Override
    public float value(float z) {
      return z * z * z;
    }

    @Override
    public float derivative(float z, float a) {
      return 3 * z * z;
    }
  }

  /** The application. */
  static final class Application {
    private Application() {}

    public static void main(String[] arguments) {
      try {
        Network network = Network.of(Shape.of(1), "dense(units=1, activation=relu)");
        System.out.println("predicts " + Model.initial(network, 0).predict(new float[1]).length);
      } catch (NnException e) {
        System.out.println(e.getMessage());
      }
      if (arguments.length > 0) {
        try {
          System.out.println(Model.load(Path.of(arguments[0])));
        } catch (IOException | NnException e) {
          System.out.println(e.getMessage());
        }
      }
      PluginRegistry plugins = PluginRegistry.load();
      for (String name : plugins.names(Kind.ACTIVATION)) {
        System.out.println(name + " of " + plugins.origin(Kind.ACTIVATION, name).artifact());
      }
    }
  }

  /**
   * Packs everything.
   *
   * @param services what becomes of the framework's services file and that of the plugin
   */
  private Path pack(String name, BinaryOperator<byte[]> services) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    for (Path place : OurModules.application()) {
      add(place, files);
    }
    Path tests = Path.of("target", "test-classes");
    String classes = Application.class.getPackageName().replace('.', '/') + "/UberJarTest";
    add(tests, files);
    files.keySet().removeIf(file -> file.startsWith("dev/nn/tests/") && !file.startsWith(classes));
    byte[] own = (Cube.class.getName() + "\n").getBytes(StandardCharsets.UTF_8);
    files.merge(SERVICES, own, services);
    files.put("META-INF/maven/dev.nn/nn-activations/pom.properties", version("7.1"));
    files.put("META-INF/maven/dev.nn.tests/acme-activations/pom.properties", version("1.2"));
    Path jar = folder.resolve(name);
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        out.putNextEntry(new JarEntry(file.getKey()));
        out.write(file.getValue());
        out.closeEntry();
      }
    }
    return jar;
  }

  private static byte[] version(String version) {
    return ("version=" + version + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] join(byte[] one, byte[] other) {
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.writeBytes(one);
    both.writeBytes(other);
    return both.toByteArray();
  }

  private static void add(Path place, Map<String, byte[]> files) throws IOException {
    if (Files.isDirectory(place)) {
      try (Stream<Path> paths = Files.walk(place)) {
        for (Path path : paths.filter(Files::isRegularFile).toList()) {
          files.put(place.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
        }
      }
      return;
    }
    try (JarFile jar = new JarFile(place.toFile())) {
      Enumeration<JarEntry> entries = jar.entries();
      while (entries.hasMoreElements()) {
        JarEntry entry = entries.nextElement();
        if (!entry.isDirectory()) {
          try (InputStream in = jar.getInputStream(entry)) {
            files.put(entry.getName(), in.readAllBytes());
          }
        }
      }
    }
  }

  private List<String> run(Path jar, String... arguments) throws Exception {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    List<String> command =
        new ArrayList<>(
            List.of(java.toString(), "-cp", jar.toString(), Application.class.getName()));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).redirectError(folder.resolve("errors.txt").toFile()).start();
    List<String> lines = new String(process.getInputStream().readAllBytes()).lines().toList();
    assertEquals(0, process.waitFor(), () -> lines.toString());
    return lines;
  }

  @Test
  void lostServicesFilesAreNamedWithHowToMergeThem() throws Exception {
    String output = String.join("\n", run(pack("lost.jar", (before, last) -> last)));
    assertTrue(output.startsWith("no activation \"relu\" is installed."), output);
    assertTrue(
        output.contains(
            "The class dev.nn.activations.Relu of nn-activations is there, but no "
                + SERVICES
                + " names it: where jars are packed into one, these files have to be merged"
                + " (maven-shade-plugin: ServicesResourceTransformer; Gradle's shadow:"
                + " mergeServiceFiles())"),
        output);
    assertTrue(output.endsWith("acme.cube of acme-activations 1.2"), output);
  }

  @Test
  void whereAllFilesAreLostNoJarIsAskedForEither() throws Exception {
    String output = String.join("\n", run(pack("empty.jar", (before, last) -> new byte[0])));
    assertTrue(
        output.contains("The class dev.nn.activations.Relu of nn-activations is there"), output);
    assertFalse(output.contains("add a jar"), output);
  }

  /** To add what is there would not help. */
  @Test
  void aModelThatNeedsTheLostPluginIsNotSaidToLackItsJar() throws Exception {
    Path model = folder.resolve("model.safetensors");
    Model.initial(Network.of(Shape.of(1), "dense(units=1, activation=relu)"), 0).save(model);
    String output =
        String.join("\n", run(pack("lost.jar", (before, last) -> last), model.toString()));
    assertTrue(
        output.contains(model + ": the network cannot be made: no activation \"relu\""), output);
    assertFalse(output.contains("add that to the class path"), output);
  }

  @Test
  void mergedAsAdvisedItWorksAndKnowsTheArtifactOfEachPlugin() throws Exception {
    List<String> output = run(pack("merged.jar", UberJarTest::join));
    assertEquals("predicts 1", output.get(0));
    assertTrue(output.contains("relu of nn-activations 7.1"), output::toString);
    assertTrue(output.contains("acme.cube of acme-activations 1.2"), output::toString);
  }
}
