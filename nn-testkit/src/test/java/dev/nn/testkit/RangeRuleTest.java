package dev.nn.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nn.api.ElementwiseActivation;
import dev.nn.api.NnException;
import dev.nn.api.Options;
import dev.nn.api.Plugin;
import dev.nn.testkit.check.PluginChecks;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

/** Rule P5 reads every refusal, and takes no other limit for one of the plugin. */
class RangeRuleTest {

  /** Multiplies by an integer that the given check accepts. */
  private record Times(int factor, Consumer<Integer> check) implements ElementwiseActivation {
    Times {
      check.accept(factor);
    }

    @Override
    public String name() {
      return "test.times";
    }

    @Override
    public Options options() {
      return Options.NONE.withInteger("factor", factor);
    }

    @Override
    public Times withOptions(Options complete) {
      return new Times(complete.integer("factor"), check);
    }

    @Override
    public float value(float z) {
      return factor * z;
    }

    @Override
    public float derivative(float z, float a) {
      return factor;
    }
  }

  /** Knows one word only, and says of others what is given. */
  private record Spelt(String mode, String refusal) implements ElementwiseActivation {
    Spelt {
      if (!mode.equals("plain")) {
        throw new IllegalArgumentException(refusal);
      }
    }

    @Override
    public String name() {
      return "test.spelt";
    }

    @Override
    public Options options() {
      return Options.NONE.withWord("mode", mode);
    }

    @Override
    public Spelt withOptions(Options complete) {
      return new Spelt(complete.word("mode"), refusal);
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

  private static Plugin refusing(String message) {
    return new Times(
        1,
        factor -> {
          if (factor < 1) {
            throw new NnException(message);
          }
        });
  }

  private static String failure(Plugin plugin) {
    return assertThrows(AssertionError.class, () -> PluginChecks.outOfRangeIsRefused(plugin))
        .getMessage()
        .split(" ==> ", 2)[0];
  }

  @Test
  void aRefusalByAnNnExceptionNamesTheOptionToo() {
    PluginChecks.outOfRangeIsRefused(refusing("factor must be at least 1"));
    assertEquals(
        "P5: the refusal of factor=-2147483648 does not name the option: no",
        failure(refusing("no")));
  }

  @Test
  void thatAnIntegerIsNoIntIsNoLimitOfThePlugin() {
    Plugin unchecked = new Times(1, factor -> {});
    TestAbortedException skipped =
        assertThrows(TestAbortedException.class, () -> PluginChecks.outOfRangeIsRefused(unchecked));
    assertEquals("P5: no option has a limit that extreme values find", skipped.getMessage());
  }

  @Test
  void theRefusalOfAWordNamesTheOption() {
    PluginChecks.outOfRangeIsRefused(new Spelt("plain", "mode must be plain"));
    assertEquals(
        "P5: the refusal of mode=unheard_of does not name the option: no such thing",
        failure(new Spelt("plain", "no such thing")));
  }
}
