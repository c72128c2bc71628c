package dev.nn.core.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.Activation;
import dev.nn.api.ElementwiseActivation;
import dev.nn.api.Kind;
import dev.nn.api.Options;
import dev.nn.api.Plugin;
import dev.nn.api.PluginException;
import dev.nn.api.Schedule;
import dev.nn.api.SpecException;
import dev.nn.core.plugin.RegistryTestPlugins.Constant;
import dev.nn.core.plugin.RegistryTestPlugins.Custom;
import dev.nn.core.plugin.RegistryTestPlugins.Identity;
import dev.nn.core.plugin.RegistryTestPlugins.Leaky;
import dev.nn.core.plugin.RegistryTestPlugins.Zeros;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PluginLookUpTest {
  private static final PluginRegistry REGISTRY = RegistryTestPlugins.REGISTRY;

  @Test
  void namesAreSortedAndWithoutAliases() {
    assertEquals(List.of("identity", "leaky_relu"), List.copyOf(REGISTRY.names(Kind.ACTIVATION)));
    assertEquals(List.of(new Identity(), new Leaky(0.2)), REGISTRY.plugins(Kind.ACTIVATION));
    assertEquals(new TreeSet<>(), REGISTRY.names(Kind.LOSS));
  }

  @Test
  void unknownNameShowsTheNearestAndTheInstalledOnes() {
    assertUnknown(
        "no activation \"leakyrelu\" is installed. Did you mean leaky_relu?\n"
            + "Installed activations: identity, leaky_relu",
        "leakyrelu");
    assertUnknown(
        "no activation \"lineer\" is installed. Did you mean linear?\n"
            + "Installed activations: identity, leaky_relu",
        "lineer");
    assertUnknown(
        "no activation \"softmax\" is installed.\nInstalled activations: identity, leaky_relu\n"
            + "To find out why it is missing: nn doctor, or in Java Doctor.report()",
        "softmax");
  }

  @Test
  void nameOfAnotherKindIsPointedOut() {
    assertUnknown(
        "no activation \"zeros\" is installed. There is an initializer of this name.\n"
            + "Installed activations: identity, leaky_relu\n"
            + "To find out why it is missing: nn doctor, or in Java Doctor.report()",
        "zeros");
  }

  private static void assertUnknown(String problem, String name) {
    SpecException error = assertThrows(SpecException.class, () -> REGISTRY.activation(name));
    assertEquals(problem, error.problem());
    assertEquals(
        problem,
        assertThrows(PluginException.class, () -> REGISTRY.origin(Kind.ACTIVATION, name))
            .getMessage());
  }

  @Test
  void withOfTheSameClassReplacesThePrototype() {
    PluginRegistry registry = REGISTRY.with(new Leaky(0.01));
    assertEquals(new Leaky(0.01), registry.activation("leaky_relu"));
    assertEquals(new Leaky(0.2), REGISTRY.activation("leaky_relu"));
  }

  @Test
  void pluginThatBreaksTheRulesIsRefusedAtOnce() {
    PluginException error =
        assertThrows(
            PluginException.class,
            () -> PluginRegistry.of(new Custom("Odd", Options.NONE, c -> c)));
    assertTrue(error.getMessage().contains("its name \"Odd\" is not legal"), error.getMessage());
    assertTrue(error.getMessage().contains(Custom.class.getName()), error.getMessage());
  }

  @Test
  void andUnitesTwoRegistries() {
    PluginRegistry both = PluginRegistry.of(new Identity()).and(PluginRegistry.of(new Zeros()));
    assertEquals(Set.of("identity"), both.names(Kind.ACTIVATION));
    assertEquals(Set.of("zeros"), both.names(Kind.INITIALIZER));
    assertEquals(List.of(new Identity()), both.and(both).plugins(Kind.ACTIVATION));
  }

  @Test
  void aliasOfOneThatIsTheNameOfAnotherClashes() {
    Custom linear = new Custom("linear", Options.NONE, c -> c);
    PluginRegistry registry = REGISTRY.with(linear);
    assertEquals(new Identity(), registry.activation("identity"));
    PluginException error =
        assertThrows(PluginException.class, () -> registry.origin(Kind.ACTIVATION, "linear"));
    assertTrue(error.getMessage().startsWith("activation \"linear\" is provided 2 times:\n"));
    String preferred = Identity.class.getName();
    assertEquals(
        new Identity(), registry.prefer(Kind.ACTIVATION, "linear", preferred).activation("linear"));
  }

  @Test
  void knowsPluginsThatItWouldLoadByName() {
    assertTrue(REGISTRY.knows(new Leaky(0.7)));
    assertTrue(REGISTRY.knows(Activation.named("linear")));
    assertTrue(REGISTRY.knows(Schedule.constant(1)));
    assertFalse(REGISTRY.knows(Activation.named("mish")));
    assertFalse(REGISTRY.knows(new Custom("identity", Options.NONE, c -> c)));
    ElementwiseActivation anonymous = new Custom("mine", Options.NONE, c -> c);
    assertFalse(REGISTRY.knows(anonymous));
    assertTrue(REGISTRY.with(anonymous).knows(anonymous));
    PluginRegistry clash = REGISTRY.with(new Custom("identity", Options.NONE, c -> c));
    assertFalse(clash.knows(new Identity()));
  }

  @Test
  void originNamesClassAndFolder() {
    PluginOrigin origin = REGISTRY.origin(Kind.SCHEDULE, "constant");
    assertEquals(Constant.class.getName(), origin.className());
    assertEquals(Optional.of(PluginJars.locationOf(Constant.class).toString()), origin.location());
    assertEquals(Optional.of(origin), REGISTRY.origin(new Constant(4)));
    assertEquals(Optional.empty(), REGISTRY.origin(new Custom("x", Options.NONE, c -> c)));
  }

  @Test
  void classLoaderThatCannotListFilesIsAFault() {
    ClassLoader broken =
        new ClassLoader(Plugin.class.getClassLoader()) {
          @Override
          public java.util.Enumeration<java.net.URL> getResources(String name)
              throws java.io.IOException {
            throw new java.io.IOException("closed");
          }
        };
    PluginRegistry registry = PluginRegistry.load(broken);
    assertEquals(6, registry.faults().size());
    assertTrue(
        registry.faults().get(0).problem().startsWith("it cannot list META-INF/services/dev.nn"),
        registry.faults().toString());
  }
}
