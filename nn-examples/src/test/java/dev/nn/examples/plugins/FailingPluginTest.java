package dev.nn.examples.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.Activation;
import dev.nn.api.ElementwiseActivation;
import dev.nn.core.Model;
import dev.nn.core.Network;
import dev.nn.examples.Console;
import dev.nn.examples.Console.Run;
import dev.nn.examples.data.DigitsData;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands with plugins that fail: the user learns which it was, and no stack is shown. */
class FailingPluginTest {
  @TempDir private Path folder;

  /** A plugin that throws. */
  public static final class Throws implements ElementwiseActivation {
    @Override
    public String name() {
      return "acme.throws";
    }

    @Override
    public float value(float z) {
      throw new IllegalStateException("out of order");
    }

    @Override
    public float derivative(float z, float a) {
      return 1;
    }
  }

  /** A plugin that computes no numbers. */
  public static final class NotANumber implements ElementwiseActivation {
    @Override
    public String name() {
      return "acme.nan";
    }

    @Override
    public float value(float z) {
      return Float.NaN;
    }

    @Override
    public float derivative(float z, float a) {
      return 1;
    }
  }

  @BeforeEach
  void install() throws IOException {
    Path services = folder.resolve("META-INF/services/" + Activation.class.getName());
    Files.createDirectories(services.getParent());
    Files.writeString(services, Throws.class.getName() + "\n" + NotANumber.class.getName());
  }

  private <T> T withPlugins(Callable<T> work) throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, before)) {
      thread.setContextClassLoader(loader);
      return work.call();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static void assertNamed(Run run, String start, Class<?> plugin)
      throws URISyntaxException {
    assertEquals(1, run.status(), run.err());
    String place =
        Path.of(plugin.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    String err = run.err();
    assertTrue(err.contains(start), err);
    assertTrue(err.contains(plugin.getName() + " in " + place), err);
    assertFalse(err.contains("unexpected error"), err);
    assertFalse(err.contains("\tat "), err);
  }

  @Test
  void digitsNamesAnActivationThatThrows() throws Exception {
    Run run = withPlugins(() -> Console.nn("digits", "--activation", "acme.throws"));
    assertNamed(
        run,
        "nn digits: training failed in epoch 1, step 1: activation \"acme.throws\" failed in"
            + " forward of layer 0 (dense): IllegalStateException: out of order; it is ",
        Throws.class);
  }

  @Test
  void digitsNamesAnActivationThatGivesNoNumbers() throws Exception {
    Run run = withPlugins(() -> Console.nn("digits", "--activation", "acme.nan"));
    assertNamed(
        run,
        "nn digits: training diverged in epoch 1, step 1: the loss is NaN; the output of layer 0"
            + " (dense) is the first that is not finite (computed with activation \"acme.nan\", ",
        NotANumber.class);
  }

  @Test
  void evaluateNamesAnActivationThatThrows() throws Exception {
    Path file = folder.resolve("model.safetensors");
    Run run =
        withPlugins(
            () -> {
              Network network =
                  Network.of(
                      DigitsData.split(0).test().shape(),
                      "dense(units=10, activation=acme.throws)");
              Model.initial(network, 0).save(file);
              return Console.nn("evaluate", file.toString());
            });
    assertNamed(
        run,
        "nn evaluate: activation \"acme.throws\" failed in forward of layer 0 (dense): ",
        Throws.class);
  }

  @Test
  void aDescriptionGoesWithoutThePicture() throws Exception {
    Run run = withPlugins(() -> Console.nn("plugins", "acme.throws"));
    assertEquals(0, run.status(), run.err());
    assertTrue(run.out().contains(Throws.class.getName()), run.out());
    assertTrue(
        run.out()
            .contains(
                "no picture, since acme.throws fails: java.lang.IllegalStateException: out of"
                    + " order"),
        run.out());
  }
}
