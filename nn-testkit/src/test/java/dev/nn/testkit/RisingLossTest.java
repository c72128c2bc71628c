package dev.nn.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nn.api.Options;
import dev.nn.api.Schedule;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.testkit.check.RuleResult;
import dev.nn.testkit.check.RuleResult.Outcome;
import dev.nn.testkit.check.Rules;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A schedule may react to a loss that rises, and to nothing else. */
class RisingLossTest {

  /**
   * Multiplies the rate by a factor after each epoch whose loss is above that of the one before.
   */
  private record Careful(double factor) implements Schedule {
    Careful {
      if (!(factor > 0 && factor < 1)) {
        throw new IllegalArgumentException("factor must be between 0 and 1, got " + factor);
      }
    }

    @Override
    public String name() {
      return "test.careful";
    }

    @Override
    public Options options() {
      return Options.NONE.withReal("factor", factor);
    }

    @Override
    public Careful withOptions(Options complete) {
      return new Careful(complete.real("factor"));
    }

    @Override
    public int stateSize() {
      return 3;
    }

    @Override
    public double rate(long step, double[] state) {
      return 0.1 * Math.pow(factor, state[0]);
    }

    @Override
    public void epochEnded(double monitored, double[] state) {
      if (state[2] == 1 && monitored > state[1]) {
        state[0]++;
      }
      state[1] = monitored;
      state[2] = 1;
    }
  }

  @Test
  void aScheduleThatReactsToARisingLossKeepsEveryRule() {
    Schedule careful = new Careful(0.75);
    assertEquals(
        List.of(),
        Rules.in(PluginRegistry.of(careful)).check(careful).stream()
            .filter(result -> result.outcome() != Outcome.PASSED)
            .map(RuleResult::message)
            .toList());
  }
}
