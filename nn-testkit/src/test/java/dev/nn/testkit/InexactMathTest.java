package dev.nn.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.ElementwiseActivation;
import dev.nn.testkit.check.PluginChecks;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** Rule P8. */
class InexactMathTest {

  private record Careless(double slope) implements ElementwiseActivation {
    private static final long SEED = 0x123456789L;

    @Override
    public String name() {
      return "test.careless";
    }

    @Override
    public float value(float z) {
      return (float) (Math.exp(slope * z) + Math.sqrt(2.5) + SEED % 3);
    }

    @Override
    public float derivative(float z, float a) {
      return (float) Math.tanh(StrictMath.log(a));
    }
  }

  @Test
  void callsOfExpAndTanhAreFoundAndThoseOfSqrtAndStrictMathAreNot() {
    assertEquals(Set.of("exp", "tanh"), PluginChecks.inexactMath(new Careless(1)));
    assertEquals(Set.of(), PluginChecks.inexactMath(new GoodActivation()));
  }

  @Test
  void theyAreReportedAndDoNotFail() {
    List<String> reported = new ArrayList<>();
    PluginChecks.warnOfInexactMath(new Careless(1), reported::add);
    PluginChecks.warnOfInexactMath(new GoodActivation(), reported::add);
    assertEquals(1, reported.size(), reported::toString);
    assertTrue(reported.get(0).contains("Careless calls Math.exp, Math.tanh"), reported::toString);
  }

  /** The reports of tests are shown by few build tools. */
  @Test
  void theyAreLoggedToo() {
    List<LogRecord> logged = new ArrayList<>();
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord entry) {
            logged.add(entry);
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger logger = Logger.getLogger("dev.nn.testkit");
    logger.addHandler(handler);
    try {
      PluginChecks.warnOfInexactMath(new Careless(1), Warnings.to(entries -> {}));
      PluginChecks.warnOfInexactMath(new GoodActivation(), Warnings.to(entries -> {}));
    } finally {
      logger.removeHandler(handler);
    }
    assertEquals(1, logged.size());
    assertEquals(Level.WARNING, logged.get(0).getLevel());
    assertTrue(logged.get(0).getMessage().contains("Careless calls Math.exp, Math.tanh"));
  }
}
