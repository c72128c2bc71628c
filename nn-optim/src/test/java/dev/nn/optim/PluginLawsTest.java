package dev.nn.optim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.Optimizer;
import dev.nn.api.Plugin;
import dev.nn.api.Schedule;
import dev.nn.api.Spec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PluginLawsTest {
  private static final Set<String> OPTIMIZERS =
      Set.of(
          "sgd",
          "rmsprop",
          "adagrad",
          "adadelta",
          "adam",
          "adamw",
          "adamax",
          "nadam",
          "radam",
          "adabelief",
          "lion",
          "lamb",
          "adafactor",
          "muon",
          "ftrl",
          "rprop");

  private static final Set<String> SCHEDULES =
      Set.of(
          "constant",
          "step_decay",
          "exponential_decay",
          "polynomial_decay",
          "inverse_time_decay",
          "piecewise_constant",
          "cosine_decay",
          "cosine_decay_restarts",
          "one_cycle",
          "reduce_on_plateau");

  private static final List<Schedule> SCHEDULES_WITH_OPTIONS =
      List.of(
          new ConstantRate(0.5),
          new StepDecay(0.1, 5, 0.5),
          new ExponentialDecay(0.1, 5, 0.5, true),
          new PolynomialDecay(0.1, 5, 0.01, 2, true),
          new InverseTimeDecay(0.1, 5, 0.5, true),
          new PiecewiseConstant(List.of(1L, 2L), List.of(0.3, 0.2, 0.1)),
          new PiecewiseConstant(List.of(), List.of(0.3)),
          new CosineDecay(0.1, 5, 0.2, Optional.of(0.3), 7),
          new CosineDecayRestarts(0.1, 5, 1.5, 0.9, 0.1),
          new OneCycle(0.1, 5, 0.5, 10, 100),
          new ReduceOnPlateau(0.1, 0.5, 3, 0.01, 2, 0.001));

  private static List<Plugin> prototypes() {
    List<Plugin> all = new ArrayList<>();
    ServiceLoader.load(Optimizer.class).forEach(all::add);
    ServiceLoader.load(Schedule.class).forEach(all::add);
    return all;
  }

  static List<Plugin> examples() {
    List<Plugin> all = new ArrayList<>(prototypes());
    all.addAll(OptimizerExamples.all().values());
    all.addAll(SCHEDULES_WITH_OPTIONS);
    return all;
  }

  @Test
  void theCatalogueIsComplete() {
    Set<String> names = new HashSet<>(OPTIMIZERS);
    names.addAll(SCHEDULES);
    assertEquals(names, prototypes().stream().map(Plugin::name).collect(Collectors.toSet()));
    assertEquals(names.size(), prototypes().size());
  }

  @Test
  void everyOptimizerIsComparedWithGoldenValues() {
    Set<String> compared =
        OptimizerExamples.all().values().stream().map(Optimizer::name).collect(Collectors.toSet());
    assertEquals(OPTIMIZERS, compared);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void optionsMakeAnEqualSibling(Plugin plugin) {
    Plugin prototype =
        prototypes().stream().filter(p -> p.name().equals(plugin.name())).findAny().get();
    assertEquals(plugin, plugin.withOptions(plugin.options()));
    assertEquals(plugin, prototype.withOptions(plugin.options()));
    assertEquals(prototype.options().names(), plugin.options().names());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void nameOptionsAndDescriptionAreFitForASpec(Plugin plugin) {
    assertEquals(plugin.name(), Spec.parse(plugin.name() + plugin.options()).name());
    assertFalse(plugin.description().isBlank());
  }

  @Test
  void optionsAreNamedAsInTheCatalogue() {
    assertEquals(
        "(learning_rate=0.001, beta_1=0.9, beta_2=0.999, epsilon=1e-7, amsgrad=false,"
            + " weight_decay=0, epsilon_outside=false, coupled_decay=false)",
        new Adam().options().toString());
    assertEquals(
        "(learning_rate=0.01, momentum=0, nesterov=false, weight_decay=0, coupled_decay=false)",
        new Sgd().options().toString());
    assertEquals(
        "(learning_rate=0.001, rho=0.9, momentum=0, centered=false, epsilon=1e-7, weight_decay=0,"
            + " epsilon_outside=false, coupled_decay=false)",
        new RmsProp().options().toString());
    assertEquals(
        "(learning_rate=0.001, learning_rate_power=-0.5, initial_accumulator_value=0.1,"
            + " l1_regularization_strength=0, l2_regularization_strength=0,"
            + " l2_shrinkage_regularization_strength=0, beta=0)",
        new Ftrl().options().toString());
    assertEquals(
        "(initial=0.01, steps=1000, alpha=0, warmup_target=none, warmup_steps=0)",
        new CosineDecay().options().toString());
    assertEquals(
        "(boundaries=[1000], values=[0.01, 0.001])", new PiecewiseConstant().options().toString());
  }

  @Test
  void shortConstructorsKeepTheOtherDefaults() {
    assertEquals(new Adam(), new Adam(0.001));
    assertEquals(new Adam(0.003), new Adam(Schedule.constant(0.003)));
    assertEquals(new Sgd(), new Sgd(0.01));
    assertEquals(0.004, new AdamW(0.5).weightDecay());
    assertTrue(OptimizerExamples.rate(new Rprop()) == 0.01);
  }
}
