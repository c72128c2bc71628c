package dev.nn.activations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.Activation;
import dev.nn.api.Spec;
import java.util.HashSet;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PluginLawsTest {
  private static final Set<String> NAMES =
      Set.of(
          "identity",
          "sigmoid",
          "tanh",
          "relu",
          "leaky_relu",
          "relu6",
          "elu",
          "selu",
          "celu",
          "gelu",
          "silu",
          "mish",
          "softplus",
          "softsign",
          "hard_sigmoid",
          "hard_silu",
          "hard_tanh",
          "tanh_shrink",
          "soft_shrink",
          "hard_shrink",
          "threshold",
          "log_sigmoid",
          "exponential",
          "squareplus",
          "sparse_plus",
          "sparse_sigmoid",
          "softmax",
          "log_softmax",
          "softmin",
          "sparsemax");

  static List<Activation> examples() {
    return Examples.all();
  }

  static List<Activation> prototypes() {
    return ServiceLoader.load(Activation.class).stream()
        .map(ServiceLoader.Provider::get)
        .collect(Collectors.toList());
  }

  @Test
  void theCatalogueIsComplete() {
    assertEquals(NAMES, prototypes().stream().map(Activation::name).collect(Collectors.toSet()));
    assertEquals(NAMES.size(), prototypes().size());
  }

  @Test
  void everyPrototypeIsAnExampleOfTheseTests() {
    assertTrue(examples().containsAll(prototypes()));
  }

  @Test
  void noNameOrAliasMeansTwoThings() {
    Set<String> seen = new HashSet<>();
    for (Activation prototype : prototypes()) {
      assertTrue(seen.add(prototype.name()), prototype.name());
      for (String alias : prototype.aliases()) {
        assertTrue(seen.add(alias), alias);
      }
    }
  }

  @Test
  void aliasesAreThoseOfOtherFrameworks() {
    assertEquals(Set.of("linear"), new Identity().aliases());
    assertEquals(Set.of("swish"), new Silu().aliases());
    assertEquals(Set.of("hard_swish"), new HardSilu().aliases());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void optionsMakeAnEqualSibling(Activation activation) {
    Activation prototype =
        prototypes().stream().filter(p -> p.name().equals(activation.name())).findAny().get();
    assertEquals(activation, activation.withOptions(activation.options()));
    assertEquals(activation, prototype.withOptions(activation.options()));
    assertEquals(prototype.options().names(), activation.options().names());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void nameOptionsAndDescriptionAreFitForASpec(Activation activation) {
    assertEquals(activation.name(), Spec.parse(Examples.key(activation)).name());
    assertFalse(activation.description().isBlank());
    assertFalse(activation.description().contains("\n"));
  }
}
