package dev.nn.init;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.Initializer;
import dev.nn.api.Spec;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PluginLawsTest {
  private static final Set<String> NAMES =
      Set.of(
          "zeros",
          "ones",
          "constant",
          "uniform",
          "normal",
          "truncated_normal",
          "xavier_normal",
          "xavier_uniform",
          "he_normal",
          "he_uniform",
          "lecun_normal",
          "lecun_uniform",
          "variance_scaling",
          "orthogonal",
          "eye",
          "sparse");

  private static final Map<String, Executable> WRONG =
      Map.ofEntries(
          Map.entry("value must be a finite float, got NaN", () -> new Constant(Double.NaN)),
          Map.entry("value must be a finite float, got 1.0E39", () -> new Constant(1e39)),
          Map.entry("max must be at least min = 0.5, got 0.25", () -> new Uniform(0.5, 0.25)),
          Map.entry("min must be a finite float, got -Infinity", () -> new Uniform(-1 / 0.0, 0)),
          Map.entry("stddev must be at least 0, got -1", () -> new Normal(0, -1)),
          Map.entry("stddev must be at least 0, got -2", () -> new TruncatedNormal(0, -2)),
          Map.entry(
              "scale must be more than 0, got 0",
              () -> new VarianceScaling(0, "fan_in", "uniform")),
          Map.entry(
              "mode must be one of [fan_in, fan_out, fan_avg], got fan",
              () -> new VarianceScaling(1, "fan", "uniform")),
          Map.entry(
              "distribution must be one of [truncated_normal, untruncated_normal, uniform], got"
                  + " normal",
              () -> new VarianceScaling(1, "fan_in", "normal")),
          Map.entry("gain must be a finite float, got Infinity", () -> new Eye(1 / 0.0)),
          Map.entry("density must be more than 0 and at most 1, got 0", () -> new Sparse(0, 0.01)),
          Map.entry(
              "density must be more than 0 and at most 1, got 1.5", () -> new Sparse(1.5, 0.01)));

  static List<Initializer> examples() {
    return Examples.all();
  }

  static Stream<String> messages() {
    return WRONG.keySet().stream().sorted();
  }

  private static List<Initializer> prototypes() {
    return ServiceLoader.load(Initializer.class).stream()
        .map(ServiceLoader.Provider::get)
        .collect(Collectors.toList());
  }

  @Test
  void theCatalogueIsComplete() {
    assertEquals(NAMES, prototypes().stream().map(Initializer::name).collect(Collectors.toSet()));
    assertEquals(NAMES.size(), prototypes().size());
    assertTrue(examples().containsAll(prototypes()));
  }

  @Test
  void aliasesAreThoseOfOtherFrameworks() {
    assertEquals(Set.of("glorot_normal"), new XavierNormal().aliases());
    assertEquals(Set.of("glorot_uniform"), new XavierUniform().aliases());
  }

  @Test
  void defaultsAreThoseOfTheDocumentation() {
    assertEquals(new Constant(0), new Constant());
    assertEquals(new Uniform(-0.1, 0.1), new Uniform());
    assertEquals(new Normal(0, 0.05), new Normal());
    assertEquals(new TruncatedNormal(0, 0.05), new TruncatedNormal());
    assertEquals(new VarianceScaling(1, "fan_in", "truncated_normal"), new VarianceScaling());
    assertEquals(new Orthogonal(1), new Orthogonal());
    assertEquals(new Eye(1), new Eye());
    assertEquals(new Sparse(0.1, 0.01), new Sparse());
  }

  @Test
  void negativeZeroIsZero() {
    assertEquals(new Constant(0), new Constant(-0.0));
    assertEquals(new Uniform(0, 0), new Uniform(-0.0, -0.0));
    assertEquals(new Normal(0, 0), new Normal(-0.0, -0.0));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void optionsMakeAnEqualSibling(Initializer initializer) {
    Initializer prototype =
        prototypes().stream().filter(p -> p.name().equals(initializer.name())).findAny().get();
    assertEquals(initializer, initializer.withOptions(initializer.options()));
    assertEquals(initializer, prototype.withOptions(initializer.options()));
    assertEquals(prototype.options().names(), initializer.options().names());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void nameOptionsAndDescriptionAreFitForASpec(Initializer initializer) {
    String text = initializer.name() + initializer.options();
    assertEquals(initializer.name(), Spec.parse(text).name());
    assertFalse(initializer.description().isBlank());
  }

  @ParameterizedTest
  @MethodSource("messages")
  void valueOutOfRangeIsRefusedWithTheRangeAndTheValue(String message) {
    assertEquals(
        message, assertThrows(IllegalArgumentException.class, WRONG.get(message)).getMessage());
  }
}
