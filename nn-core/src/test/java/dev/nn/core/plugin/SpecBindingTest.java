package dev.nn.core.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.Activation;
import dev.nn.api.ElementwiseActivation;
import dev.nn.api.Initializer;
import dev.nn.api.Kind;
import dev.nn.api.Loss;
import dev.nn.api.Options;
import dev.nn.api.Plugin;
import dev.nn.api.Reference;
import dev.nn.api.Schedule;
import dev.nn.api.Spec;
import dev.nn.api.SpecException;
import dev.nn.core.plugin.RegistryTestPlugins.Constant;
import dev.nn.core.plugin.RegistryTestPlugins.Custom;
import dev.nn.core.plugin.RegistryTestPlugins.Identity;
import dev.nn.core.plugin.RegistryTestPlugins.Leaky;
import dev.nn.core.plugin.RegistryTestPlugins.Probe;
import dev.nn.core.plugin.RegistryTestPlugins.Zeros;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpecBindingTest {
  private static final PluginRegistry REGISTRY = RegistryTestPlugins.REGISTRY;

  @Test
  void writtenOptionsOverrideDefaults() {
    assertEquals(new Leaky(0.2), REGISTRY.activation("leaky_relu"));
    assertEquals(new Leaky(0.1), REGISTRY.activation("leaky_relu(negative_slope=0.1)"));
    assertEquals(new Leaky(0), REGISTRY.activation("leaky_relu(negative_slope=0)"));
  }

  @Test
  void aliasGivesThePluginUnderItsName() {
    assertEquals("identity", REGISTRY.activation("linear").name());
  }

  @Test
  void valuesOfEveryTypeArriveAsDeclared() {
    Options options =
        probe(
            "probe(steps=1e3, rate=2, flag=true, mode=slow, note=\"a b\", inner=0.25,"
                + " activation=leaky_relu(negative_slope=0.5), cap=6, initializer=none,"
                + " parts=[0.5, constant(value=2), probe(steps=1)])");
    assertEquals(1000, options.integer("steps"));
    assertEquals(2.0, options.real("rate"));
    assertTrue(options.flag("flag"));
    assertEquals("slow", options.word("mode"));
    assertEquals("a b", options.text("note"));
    assertEquals(new Constant(0.25), options.plugin("inner", Schedule.class));
    assertEquals(new Leaky(0.5), options.plugin("activation", Activation.class));
    assertEquals(Optional.of(6.0), options.optional("cap", Double.class));
    assertEquals(Optional.empty(), options.optional("initializer", Initializer.class));
    List<Schedule> parts = options.list("parts", Schedule.class);
    assertEquals(List.of(new Constant(0.5), new Constant(2)), parts.subList(0, 2));
    assertInstanceOf(Probe.class, parts.get(2));
  }

  @Test
  void defaultsThatAreReferencesAreResolved() {
    Options options = probe("probe(steps=1)");
    assertEquals(new Constant(0.1), options.plugin("inner", Schedule.class));
    assertEquals(new Identity(), options.plugin("activation", Activation.class));
    assertEquals(Optional.of(new Zeros()), options.optional("initializer", Initializer.class));
  }

  @Test
  void printedPluginReadsBackAsEqual() {
    Schedule probe = REGISTRY.schedule("probe(steps=3, parts=[0.5, probe(steps=1)], cap=1e-9)");
    String text = Spec.of(probe).toString();
    assertEquals(probe, REGISTRY.schedule(text));
    assertEquals(text, Spec.of(REGISTRY.schedule(text)).toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          probe(steps=0.5)            | 6  | steps of probe must be an integer, not 0.5
          probe(steps=relu)           | 6  | steps of probe must be an integer, not relu
          probe(steps=1e30)           | 6  | steps of probe must be an integer, not 1e30; it has more than 63 bits
          probe(steps=none)           | 6  | steps of probe must be an integer, not none
          probe(steps=1, rate="1")    | 15 | rate of probe must be a number, not "1"; leave the quotes out
          probe(steps=1, rate=1e309)  | 15 | rate of probe must be a number, not 1e309; a double has magnitudes from 4.9e-324 to 1.7e308
          probe(steps=1, rate=1e-324) | 15 | rate of probe must be a number, not 1e-324; a double has magnitudes from 4.9e-324 to 1.7e308
          probe(steps=1, flag=1)      | 15 | flag of probe must be true or false, not 1
          probe(steps=1, mode="slow") | 15 | mode of probe must be a word, not "slow"; leave the quotes out
          probe(steps=1, mode=a(b=1)) | 15 | mode of probe must be a word, not a(b=1)
          probe(steps=1, mode=true)   | 15 | mode of probe must be a word, not true
          probe(steps=1, note=slow)   | 15 | note of probe must be a "quoted text", not slow; write "slow"
          probe(steps=1, inner="x")   | 15 | inner of probe must be a number or a schedule, not "x"; leave the quotes out
          probe(steps=1, inner=-1)    | 15 | probe: inner is at least 0, got -1.0
          probe(steps=1, activation=1) | 15 | activation of probe must be an activation, not 1
          probe(steps=1, activation=none) | 15 | activation of probe must be an activation, not none
          probe(steps=1, cap=true)    | 15 | cap of probe must be a number or none, not true
          probe(steps=1, parts=0.5)   | 15 | parts of probe must be a list of [a number or a schedule, …], not 0.5
          probe(steps=1, parts=[1, true]) | 15 | parts of probe must be a list of [a number or a schedule, …], not true
          leaky_relu(negative_slope=2) | 11 | leaky_relu: negative_slope is in [0, 1), got 2.0
          probe(steps=1, activation=leaky_relu(negative_slope=-1)) | 37 | leaky_relu: negative_slope is in [0, 1), got -1.0
          """)
  void errorPointsAtTheOptionAndSaysWhatIsAllowed(String text, int position, String problem) {
    Kind kind = text.startsWith("probe") ? Kind.SCHEDULE : Kind.ACTIVATION;
    SpecException error =
        assertThrows(SpecException.class, () -> REGISTRY.create(kind, Spec.parse(text)));
    assertEquals(problem, error.problem());
    assertEquals(position, error.position(), error.getMessage());
    assertTrue(error.getMessage().contains("\n  " + text + "\n"), error.getMessage());
  }

  @Test
  void unknownOptionShowsTheNearestAndAllThatExist() {
    String text = "leaky_relu(negativ_slope=0.1)";
    SpecException error = assertThrows(SpecException.class, () -> REGISTRY.activation(text));
    assertEquals(
        """
        leaky_relu has no option negativ_slope. Did you mean negative_slope?
        Options of leaky_relu:
          negative_slope: a number, default 0.2
          leaky_relu(negativ_slope=0.1)
                     ^ position 12""",
        error.getMessage());
  }

  @Test
  void optionOfAPluginWithoutOptionsIsRefused() {
    SpecException error =
        assertThrows(SpecException.class, () -> REGISTRY.activation("identity(x=1)"));
    assertEquals("identity has no option x.\nidentity has no options", error.problem());
  }

  @Test
  void missingOptionIsNamedWithItsType() {
    SpecException error = assertThrows(SpecException.class, () -> REGISTRY.schedule("probe"));
    assertTrue(error.problem().startsWith("probe needs steps=… (an integer)\n"), error.problem());
    assertTrue(error.problem().contains("\n  steps: an integer, required\n"), error.problem());
    assertTrue(error.problem().contains("\n  inner: a number or a schedule, default 0.1\n"));
    assertTrue(error.problem().contains("\n  cap: a number or none, default none\n"));
  }

  @Test
  void unknownNameInsideOfAnotherSpecIsPointedAt() {
    String text = "probe(steps=1, activation=leaky_rleu)";
    SpecException error = assertThrows(SpecException.class, () -> REGISTRY.schedule(text));
    assertEquals(26, error.position());
    assertEquals(
        "no activation \"leaky_rleu\" is installed. Did you mean leaky_relu?\n"
            + "Installed activations: identity, leaky_relu",
        error.problem());
    assertEquals(
        "no activation \"leaky_rleu\" is installed. Did you mean leaky_relu?",
        error.getCause().getMessage());
  }

  @Test
  void defaultThatCannotBeMadeNamesTheOption() {
    PluginRegistry registry = PluginRegistry.of(Probe.DEFAULT, new Constant(1), new Zeros());
    SpecException error =
        assertThrows(SpecException.class, () -> registry.schedule("probe(steps=1)"));
    assertEquals(
        "the default of option activation of probe cannot be made: no activation \"identity\" is"
            + " installed.\nNo activations are installed at all; add a jar that provides some,"
            + " such as nn-activations\nIn an image of jlink, add the provider's module:"
            + " --add-modules dev.nn.activations; where each jar has a class loader of its own, as in OSGi, join what they"
            + " see: PluginRegistry.load(loader).and(…)\n"
            + "To find out why it is missing: nn doctor, or in Java Doctor.report()",
        error.problem());
    assertEquals(0, error.position());
  }

  @Test
  void pluginThatRefersToItselfIsRefused() {
    Options options = Options.NONE.withPlugin("inner", Activation.named("circle"));
    PluginRegistry registry = PluginRegistry.of(new Custom("circle", options, c -> c));
    SpecException error = assertThrows(SpecException.class, () -> registry.activation("circle"));
    assertEquals(
        "the default of option inner of circle cannot be made: circle refers to itself",
        error.problem());
  }

  @Test
  void faultyWithOptionsIsBlamedOnItsClass() {
    assertFaulty(
        "threw ArithmeticException: no",
        c -> {
          throw new ArithmeticException("no");
        });
    assertFaulty(
        "threw NoClassDefFoundError: x/Y",
        c -> {
          throw new NoClassDefFoundError("x/Y");
        });
    assertFaulty("returned null", c -> null);
    Custom lazy = new Custom("lazy", Options.NONE.withReal("x", 1), c -> c);
    ElementwiseActivation ignoring = new IgnoresOptions(lazy);
    SpecException error =
        assertThrows(
            SpecException.class, () -> PluginRegistry.of(ignoring).activation("lazy(x=2)"));
    assertTrue(error.problem().contains("its withOptions ignores the options that it declares: "));
    assertEquals(ignoring, PluginRegistry.of(ignoring).activation("lazy(x=1)"));
  }

  private static void assertFaulty(
      String what, java.util.function.UnaryOperator<Custom> withOptions) {
    PluginRegistry registry = PluginRegistry.of(new Custom("odd", Options.NONE, withOptions));
    SpecException error = assertThrows(SpecException.class, () -> registry.activation("odd"));
    String start = "odd is faulty, its withOptions " + what + ": " + Custom.class.getName();
    assertTrue(error.problem().startsWith(start), error.problem());
  }

  private record IgnoresOptions(Custom custom) implements ElementwiseActivation {
    @Override
    public String name() {
      return custom.name();
    }

    @Override
    public Options options() {
      return custom.options();
    }

    @Override
    public float value(float z) {
      return z;
    }

    @Override
    public float derivative(float z, float a) {
      return 1;
    }
  }

  @Test
  void resolveReplacesReferencesAtAnyDepthAndLeavesTheRest() {
    Probe inner =
        new Probe(Probe.DEFAULT.options().withPlugin("activation", Activation.named("linear")));
    Probe outer = new Probe(Probe.DEFAULT.options().withPlugin("inner", inner));
    Probe resolved = REGISTRY.resolve(outer);
    Probe resolvedInner = (Probe) resolved.options().plugin("inner", Schedule.class);
    assertEquals(new Identity(), resolvedInner.options().plugin("activation", Activation.class));
    assertEquals(
        Optional.of(new Zeros()),
        resolvedInner.options().optional("initializer", Initializer.class));
    assertSame(resolved, REGISTRY.resolve(resolved));
    Leaky leaky = new Leaky(0.3);
    assertSame(leaky, REGISTRY.resolve(leaky));
    assertEquals(new Constant(0.5), REGISTRY.resolve(Schedule.constant(0.5)));
  }

  @Test
  void referenceThatCannotBeResolvedShowsItsText() {
    Activation reference = Activation.named("leaky_relu(negative_slope=7)");
    SpecException error = assertThrows(SpecException.class, () -> REGISTRY.resolve(reference));
    assertEquals(11, error.position());
    assertInstanceOf(IllegalArgumentException.class, error.getCause());
  }

  @Test
  void lenientRegistryLeavesWhatItCannotMakeAReference() {
    PluginRegistry registry =
        PluginRegistry.of(Probe.DEFAULT, new Identity(), new Constant(1)).lenient(Kind.INITIALIZER);
    String text = "probe(initializer=he(gain=2), steps=1)";
    Schedule probe = registry.schedule(text);
    Optional<Initializer> initializer = probe.options().optional("initializer", Initializer.class);
    assertEquals(Optional.of(Initializer.named("he(gain=2)")), initializer);
    assertTrue(Spec.of(probe).toString().contains("initializer=he(gain=2)"));
    assertInstanceOf(Reference.class, registry.initializer("he"));
    assertEquals(probe, registry.resolve(probe));
    assertThrows(SpecException.class, () -> registry.activation("he"));
    assertThrows(SpecException.class, () -> REGISTRY.resolve(probe));
    assertEquals(new Zeros(), REGISTRY.lenient(Kind.INITIALIZER).initializer("zeros"));
    assertThrows(IllegalArgumentException.class, () -> registry.lenient(Kind.LAYER));
  }

  @Test
  void createTakesTheInterfaceOfAKindOnly() {
    Spec spec = Spec.of("identity");
    Activation activation = REGISTRY.create(Activation.class, spec);
    assertEquals(new Identity(), activation);
    assertThrows(
        IllegalArgumentException.class, () -> REGISTRY.create(ElementwiseActivation.class, spec));
    assertThrows(SpecException.class, () -> REGISTRY.create(Loss.class, spec));
  }

  private static Options probe(String spec) {
    Plugin probe = REGISTRY.schedule(spec);
    return probe.options();
  }
}
