package dev.nn.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpecPrinterTest {
  private record Warm(double initial, Schedule then, Optional<Double> floor) implements Schedule {
    @Override
    public String name() {
      return "acme.warm";
    }

    @Override
    public Options options() {
      return Options.NONE
          .withReal("initial", initial)
          .withPlugin("then", then)
          .withOptional("floor", OptionType.Scalar.REAL, floor);
    }

    @Override
    public Warm withOptions(Options complete) {
      return new Warm(
          complete.real("initial"),
          complete.plugin("then", Schedule.class),
          complete.optional("floor", Double.class));
    }

    @Override
    public double rate(long step, double[] state) {
      return step == 0 ? initial : then.rate(step, state);
    }
  }

  @Test
  void specOfAPluginHasEveryOption() {
    Schedule constant = Schedule.constant(0.5);
    assertEquals(
        "acme.warm(floor=none, initial=0.1, then=0.5)",
        Spec.of(new Warm(0.1, constant, Optional.empty())).toString());
    Warm inner = new Warm(0, Schedule.named("late"), Optional.of(1e-9));
    assertEquals(
        "acme.warm(floor=2, initial=0.1, then=acme.warm(floor=1e-9, initial=0, then=late))",
        Spec.of(new Warm(0.1, inner, Optional.of(2.0))).toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          constant(value=0.5)      | 0.5
          constant                 | constant
          constant(value=x)        | constant(value=x)
          constant(value=1, b=2)   | constant(b=2, value=1)
          constant_(value=1)       | constant_(value=1)
          """)
  void onlyAConstantRateIsWrittenAsItsNumber(String schedule, String printed) {
    Options options = Options.NONE.withPlugin("rate", Schedule.named(schedule));
    assertEquals("(rate=" + printed + ")", options.toString());
  }
}
