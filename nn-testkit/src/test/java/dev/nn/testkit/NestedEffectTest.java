package dev.nn.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nn.api.OptionType;
import dev.nn.api.OptionType.ListOf;
import dev.nn.api.OptionType.OptionalOf;
import dev.nn.api.OptionType.Scalar;
import dev.nn.api.Options;
import dev.nn.api.Plugin;
import dev.nn.api.Schedule;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.testkit.check.OptionChecks;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Rule P9 finds other values of optional options and lists, also where there is nothing yet. */
class NestedEffectTest {

  /** The rate is 1 for the first value, and for others a half if the option is used. */
  private record Nested(OptionType type, Object value, Object first, boolean isUsed)
      implements Schedule {
    private Nested {
      String rest = value.toString().replaceAll("Optional(\\.empty)?|left|right", "");
      if (type.toString().contains("word") && rest.matches(".*[a-z].*")) {
        throw new IllegalArgumentException("side must be left or right, not " + value);
      }
    }

    @Override
    public String name() {
      return "test.nested";
    }

    @Override
    public Options options() {
      return Options.NONE.with("side", type, value);
    }

    @Override
    public Nested withOptions(Options complete) {
      if (!complete.type("side").equals(type)) {
        throw new AssertionError("side has become " + complete.type("side"));
      }
      return new Nested(type, complete.value("side"), first, isUsed);
    }

    @Override
    public double rate(long step, double[] state) {
      return isUsed && !value.equals(first) ? 0.5 : 1;
    }
  }

  static Stream<Arguments> values() {
    return Stream.of(Scalar.values())
        .flatMap(
            scalar ->
                Stream.of(
                    Arguments.of(new OptionalOf(scalar), "none"),
                    Arguments.of(new ListOf(scalar), "[]"),
                    Arguments.of(new OptionalOf(new ListOf(scalar)), "none"),
                    Arguments.of(new ListOf(new OptionalOf(scalar)), "[none]")));
  }

  private static Plugin plugin(OptionType type, String value, boolean isUsed) {
    Object now =
        switch (value) {
          case "none" -> Optional.empty();
          case "[]" -> List.of();
          default -> List.of(Optional.empty());
        };
    return new Nested(type, now, now, isUsed);
  }

  @ParameterizedTest
  @MethodSource("values")
  void anOptionThatIsUsedHasAnEffect(OptionType type, String value) {
    Plugin plugin = plugin(type, value, true);
    OptionChecks.everyOptionHasAnEffect(plugin, PluginRegistry.of(plugin));
  }

  @ParameterizedTest
  @MethodSource("values")
  void anOptionThatIsNotUsedFails(OptionType type, String value) {
    Plugin plugin = plugin(type, value, false);
    AssertionError failure =
        assertThrows(
            AssertionError.class,
            () -> OptionChecks.everyOptionHasAnEffect(plugin, PluginRegistry.of(plugin)));
    assertEquals(
        "P9: no value of the option side that was tried changes anything", failure.getMessage());
  }
}
