package dev.nn.tests.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.Activation;
import dev.nn.api.Initializer;
import dev.nn.api.Layer;
import dev.nn.api.Loss;
import dev.nn.api.Shape;
import dev.nn.api.SpecException;
import dev.nn.core.Network;
import dev.nn.core.Trainer;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.layer.Dense;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.math.Matrix;
import dev.nn.testkit.ActivationContract;
import dev.nn.testkit.InitializerContract;
import dev.nn.testkit.LayerContract;
import dev.nn.testkit.LossContract;
import dev.nn.testkit.RegistryContract;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

/** What docs/plugins.md shows compiles and does what it says. */
class PluginGuideTest {
  private static final Pattern LINK = Pattern.compile("]\\(([^)#]+)\\)");

  /** The text by which each Java block of the page is known here. */
  private static final List<String> BLOCKS =
      List.of(
          "PluginRegistry.load(Path.of(",
          "record Bent(",
          "record Bump(",
          "record Gated(",
          "record Highway(",
          "record Bottleneck(",
          "record PseudoHuber(",
          "class BentTest",
          "Promise promise(",
          "class AllPluginsTest");

  @TempDir private Path folder;
  private Page page = new Page(Path.of(""), "");

  @BeforeEach
  void read() throws Exception {
    page = Page.of("docs/plugins.md");
  }

  @Test
  void everyJavaBlockIsTested() {
    assertEquals(page.javaBlocks(), BLOCKS.stream().map(part -> page.javaBlock(part)).toList());
  }

  @Test
  void theProgramThatLoadsJarsTakesThePluginOfTheReadme() throws Exception {
    Page.compile(
        folder,
        "Loading",
        """
        import dev.nn.api.Shape;
        import dev.nn.core.Network;
        import dev.nn.core.Trainer;
        import dev.nn.core.plugin.PluginRegistry;
        import java.nio.file.Path;
        public class Loading implements java.util.function.Function<Path, String> {
          public String apply(Path plugins) {
        %s
          }
        }
        """
            .formatted(
                page.javaBlock("PluginRegistry.load(Path.of(")
                    .replace("Path.of(\"plugins\"), Path.of(\"cube.jar\")", "plugins")
                    .replaceFirst("\\n}\\s*$", "\n  return network.spec() + trainer;\n}")));
    Path classes = Files.createDirectories(folder.resolve("plugins"));
    Page.compile(
        classes,
        "Cube",
        """
        public record Cube() implements dev.nn.api.ElementwiseActivation {
          public String name() { return "acme.cube"; }
          public float value(float z) { return z * z * z; }
          public float derivative(float z, float a) { return 3 * z * z; }
        }
        """);
    Path services = classes.resolve("META-INF/services/dev.nn.api.Activation");
    Files.createDirectories(services.getParent());
    Files.writeString(services, "Cube\n");
    try (URLClassLoader loader = loader()) {
      @SuppressWarnings("unchecked")
      Function<Path, String> program = (Function<Path, String>) make(loader, "Loading");
      String said = program.apply(classes);
      assertTrue(said.contains("activation=acme.cube"), said);
    }
  }

  @Test
  void thePluginOfTheGuidePassesTheTestOfTheGuide() throws Throwable {
    compileBent();
    Page.compile(folder, "BentTest", page.javaBlock("class BentTest"));
    try (URLClassLoader loader = loader()) {
      ActivationContract test = (ActivationContract) make(loader, "BentTest");
      assertEquals("acme.bent", test.plugin().name());
      assertEquals(
          Map.of("p8WarnOfInexactMath", "not run"), skipped(ActivationContract.class, test));
    }
  }

  @Test
  void theFormulaOfTheGuideKeepsTheRules() throws Throwable {
    Page.compile(
        folder,
        "Bump",
        "import dev.nn.api.*;\nimport dev.nn.api.expression.*;\n" + page.javaBlock("record Bump("));
    try (URLClassLoader loader = loader()) {
      Activation bump = (Activation) make(loader, "Bump");
      assertEquals("z·tanh(z + 0.5)", bump.description());
      assertTrue(page.text().contains("`" + bump.description() + "`"));
      assertEquals(
          Set.of("p5OutOfRangeIsRefused", "p8WarnOfInexactMath"),
          skipped(ActivationContract.class, () -> bump).keySet());
    }
  }

  @Test
  void theCompositesOfTheGuideTrain() throws Throwable {
    for (String name : List.of("Gated", "Highway", "Bottleneck")) {
      String block = page.javaBlock("record " + name + "(");
      assertTrue(block.lines().count() <= 15, name + " has at most 15 lines");
      Page.compile(folder, name, "import dev.nn.api.*;\n" + block);
      try (URLClassLoader loader = loader()) {
        Layer layer = (Layer) make(loader, name);
        LayerContract contract = () -> layer;
        contract.n1DescribesItself();
        PluginRegistry registry = PluginRegistry.load().with(layer);
        Network network = Network.of(registry, Shape.of(2), new Dense(3), layer, new Dense(1));
        double before = loss(network, 1);
        double after = loss(network, 300);
        assertTrue(after < before / 3, () -> name + ": " + before + " → " + after);
      }
    }
  }

  /** After so many epochs on four examples whose target is the product of their features. */
  private static double loss(Network network, int epochs) {
    float[][] x = {{1, 1}, {1, -1}, {-1, 1}, {-1, -1}};
    return Trainer.builder()
        .loss("mean_squared_error")
        .optimizer("adam(learning_rate=0.05)")
        .epochs(epochs)
        .seed(1)
        .withoutAdvice()
        .build()
        .fit(network, Dataset.regression(x, new float[][] {{1}, {-1}, {-1}, {1}}))
        .history()
        .get(epochs - 1)
        .loss();
  }

  @Test
  void theShownSpecOfBranchesIsOne() {
    String spec =
        page.text()
            .lines()
            .filter(line -> line.startsWith("parallel(branches="))
            .findFirst()
            .orElseThrow();
    assertEquals(Shape.of(8), Network.of(4, spec).outputShape());
  }

  @Test
  void theLossOfTheGuideKeepsTheRules() throws Throwable {
    Page.compile(
        folder,
        "PseudoHuber",
        "import dev.nn.api.expression.*;\n" + page.javaBlock("record PseudoHuber("));
    try (URLClassLoader loader = loader()) {
      Loss loss = (Loss) make(loader, "PseudoHuber");
      assertTrue(page.text().contains("`" + loss.description() + "`"));
      double[] values = new double[1];
      loss.value(Matrix.rowOf(3, 0.75f), Matrix.rowOf(3, 0), values);
      assertEquals(0.125, values[0]);
      assertEquals(
          Set.of(
              "l8FusedEqualsComposed",
              "p5OutOfRangeIsRefused",
              "p8WarnOfInexactMath",
              "p9EveryOptionHasAnEffect"),
          skipped(LossContract.class, () -> loss).keySet());
    }
  }

  /** By test, why it is skipped; throws what fails. */
  private static <C> Map<String, String> skipped(Class<C> type, C contract) throws Throwable {
    Map<String, String> skipped = new TreeMap<>();
    for (Method test : type.getMethods()) {
      if (test.isAnnotationPresent(Test.class) && test.getParameterCount() > 0) {
        skipped.put(test.getName(), "not run");
      } else if (test.isAnnotationPresent(Test.class)) {
        try {
          test.invoke(contract);
        } catch (InvocationTargetException e) {
          if (!(e.getCause() instanceof TestAbortedException)) {
            throw e.getCause();
          }
          skipped.put(test.getName(), String.valueOf(e.getCause().getMessage()));
        }
      }
    }
    return skipped;
  }

  @Test
  void theShownRefusalIsThatOfThePlugin() throws Exception {
    compileBent();
    try (URLClassLoader loader = loader()) {
      PluginRegistry registry = PluginRegistry.of((Activation) make(loader, "Bent"));
      String spec = "dense(units=3, activation=acme.bent(strength=-1))";
      SpecException refusal =
          assertThrows(
              SpecException.class, () -> Network.of(registry.with(new Dense()), Shape.of(2), spec));
      assertTrue(
          page.text().contains("```\n" + refusal.getMessage() + "\n```"), refusal::getMessage);
    }
  }

  @Test
  void theShownPromiseIsThatOfHeUniform() throws Exception {
    Page.compile(
        folder,
        "HeUniformTest",
        """
        import dev.nn.api.Initializer;
        import dev.nn.testkit.InitializerContract;
        import dev.nn.testkit.check.Promise;

        public class HeUniformTest implements InitializerContract {
          @Override
          public Initializer plugin() {
            return new dev.nn.init.HeUniform();
          }

          %s
        }
        """
            .formatted(page.javaBlock("Promise promise(")));
    try (URLClassLoader loader = loader()) {
      InitializerContract test = (InitializerContract) make(loader, "HeUniformTest");
      Initializer plugin = test.plugin();
      assertEquals("he_uniform", plugin.name());
      test.i5MomentsAreAsPromised();
      test.i6RangeIsAsPromised();
    }
  }

  @Test
  void theShownTestOfAllPluginsFindsThoseWithTheirPrefix() throws Exception {
    compileBent();
    Page.compile(folder, "AllPluginsTest", page.javaBlock("class AllPluginsTest"));
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(services.resolve("dev.nn.api.Activation"), "Bent");
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader loader = loader()) {
      thread.setContextClassLoader(loader);
      RegistryContract test = (RegistryContract) make(loader, "AllPluginsTest");
      assertEquals(
          List.of("activation acme.bent(strength=0.5)"),
          test.everyPluginKeepsTheRules(entries -> {}).map(DynamicNode::getDisplayName).toList());
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Test
  void everyLinkLeadsToAFile() {
    List<Path> files =
        LINK.matcher(page.text())
            .results()
            .map(link -> page.file().resolveSibling(link.group(1)))
            .toList();
    assertFalse(files.isEmpty(), "no links were found");
    files.forEach(file -> assertTrue(Files.exists(file), () -> "there is no " + file));
  }

  private void compileBent() throws Exception {
    Page.compile(folder, "Bent", "import dev.nn.api.*;\n" + page.javaBlock("record Bent("));
  }

  private static Object make(ClassLoader loader, String name) throws Exception {
    var constructor = loader.loadClass(name).getDeclaredConstructor();
    constructor.setAccessible(true);
    return constructor.newInstance();
  }

  private URLClassLoader loader() throws Exception {
    return new URLClassLoader(
        new URL[] {folder.toUri().toURL()}, PluginGuideTest.class.getClassLoader());
  }
}
