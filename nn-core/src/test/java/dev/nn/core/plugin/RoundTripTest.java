package dev.nn.core.plugin;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.Activation;
import dev.nn.api.ElementwiseActivation;
import dev.nn.api.Options;
import dev.nn.api.PluginException;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoundTripTest {

  /** Its shift is no option, and it hands the shift on to its siblings. */
  record Handing(double strength, double shift) implements ElementwiseActivation {
    @Override
    public String name() {
      return "acme.handing";
    }

    @Override
    public Options options() {
      return Options.NONE.withReal("strength", strength);
    }

    @Override
    public Handing withOptions(Options complete) {
      return new Handing(complete.real("strength"), shift);
    }

    @Override
    public float value(float z) {
      return (float) (strength * z + shift);
    }

    @Override
    public float derivative(float z, float a) {
      return (float) strength;
    }
  }

  /** An activation in an option. */
  record Holding(Activation inner) implements ElementwiseActivation {
    @Override
    public String name() {
      return "acme.holding";
    }

    @Override
    public Options options() {
      return Options.NONE.withPlugin("inner", inner);
    }

    @Override
    public Holding withOptions(Options complete) {
      return new Holding(complete.plugin("inner", Activation.class));
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

  /** No record, and without equals. */
  static final class Plain implements ElementwiseActivation {
    @Override
    public String name() {
      return "acme.plain";
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

  private static final PluginRegistry REGISTRY =
      PluginRegistry.of(new Handing(1, 0), new Losing(0), new Holding(new Losing(0)), new Plain());

  private static String refusal(Activation plugin) {
    return assertThrows(PluginException.class, () -> RoundTrip.check(List.of(plugin), REGISTRY))
        .getMessage();
  }

  @Test
  void aComponentThatIsNoOptionIsRefusedEvenIfSiblingsKeepIt() {
    String message = refusal(new Handing(0.5, 0.3));
    assertTrue(
        message.startsWith(
            "activation \"acme.handing\" would not come back from a file as it is:"
                + " Handing[strength=0.5, shift=0.3] reads back as Handing[strength=0.5,"
                + " shift=0.0]. A file keeps only the options, so declare every hyper-parameter in"
                + " options() and read each of them in withOptions()"),
        message);
    assertTrue(message.contains("It is " + Handing.class.getName() + " in "), message);
    assertDoesNotThrow(() -> RoundTrip.check(List.of(new Handing(0.5, 0)), REGISTRY));
  }

  @Test
  void aNestedPluginIsLookedAtToo() {
    assertTrue(refusal(new Holding(new Losing(2))).startsWith("activation \"acme.losing\""));
    assertDoesNotThrow(
        () -> RoundTrip.check(List.of(new Holding(new Plain())), PluginRegistry.of()));
  }

  @Test
  void withoutARegistryAPluginIsAskedItself() {
    assertEquals(
        refusal(new Losing(2)),
        assertThrows(PluginException.class, () -> RoundTrip.check(List.of(new Losing(2))))
            .getMessage());
    assertDoesNotThrow(() -> RoundTrip.check(List.of(Activation.named("anything"))));
  }

  @Test
  void aClassWithoutEqualsIsToldWhatItLacks() {
    assertTrue(
        refusal(new Plain()).contains("a class that is no record needs equals and hashCode"));
    assertDoesNotThrow(() -> RoundTrip.check(List.of(REGISTRY.activation("acme.plain")), REGISTRY));
  }
}
