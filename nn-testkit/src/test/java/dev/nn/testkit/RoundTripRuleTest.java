package dev.nn.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.ElementwiseActivation;
import dev.nn.api.Options;
import dev.nn.api.Plugin;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.testkit.check.RoundTripChecks;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

/** Rule P2 finds what a file would lose, also where the plugin that is tested is the default. */
class RoundTripRuleTest {

  /** slope·z + shift, where nothing declares the shift. */
  private record Undeclared(double slope, double shift) implements ElementwiseActivation {
    @Override
    public String name() {
      return "test.undeclared";
    }

    @Override
    public Options options() {
      return Options.NONE.withReal("slope", slope);
    }

    @Override
    public Undeclared withOptions(Options complete) {
      return new Undeclared(complete.real("slope"), shift);
    }

    @Override
    public float value(float z) {
      return (float) (slope * z + shift);
    }

    @Override
    public float derivative(float z, float a) {
      return (float) slope;
    }
  }

  /** slope·z + shift, where the one is read as the other. */
  private record Swapped(double slope, double shift) implements ElementwiseActivation {
    @Override
    public String name() {
      return "test.swapped";
    }

    @Override
    public Options options() {
      return Options.NONE.withReal("slope", slope).withReal("shift", shift);
    }

    @Override
    public Swapped withOptions(Options complete) {
      return new Swapped(complete.real("shift"), complete.real("slope"));
    }

    @Override
    public float value(float z) {
      return (float) (slope * z + shift);
    }

    @Override
    public float derivative(float z, float a) {
      return (float) slope;
    }
  }

  /** slope·z, with a component that follows from the option, and a text that hides both or not. */
  private record Derived(double slope, double twice, boolean isSilent)
      implements ElementwiseActivation {
    @Override
    public String name() {
      return "test.derived";
    }

    @Override
    public Options options() {
      return Options.NONE.withReal("slope", slope).withFlag("silent", isSilent);
    }

    @Override
    public Derived withOptions(Options complete) {
      double read = complete.real("slope");
      return new Derived(read, 2 * read, complete.flag("silent"));
    }

    @Override
    public float value(float z) {
      return (float) twice / 2 * z;
    }

    @Override
    public float derivative(float z, float a) {
      return (float) slope;
    }

    @Override
    public String toString() {
      return isSilent ? "Derived[a]" : "Derived[slope=" + slope + ", fixed=1]";
    }
  }

  private static void check(Plugin plugin, Plugin fresh) {
    RoundTripChecks.optionsRoundTrip(plugin, PluginRegistry.of(fresh));
  }

  private static String failure(Plugin plugin, Plugin fresh) {
    return assertThrows(AssertionError.class, () -> check(plugin, fresh)).getMessage();
  }

  @Test
  void whatIsNotDeclaredDoesNotComeBackFromAFreshInstance() {
    assertEquals(
        "P2: Undeclared[slope=1.0, shift=3.0] comes back from its options (slope=1) as"
            + " Undeclared[slope=1.0, shift=0.0]; a file keeps only the options, so declare every"
            + " hyper-parameter in options() and read each of them in withOptions()",
        failure(new Undeclared(1, 3), new Undeclared(1, 0)));
  }

  @Test
  void whatIsNotDeclaredIsFoundInTheDefaultInstanceToo() {
    Plugin fresh = new Undeclared(1, 0);
    String failure = failure(fresh, fresh);
    assertTrue(
        failure.startsWith("P2: no option changes the components [shift] of the record"), failure);
  }

  /** With equal values nobody sees which is which. */
  @Test
  void optionsThatAreSwappedAreFoundThoughTheirDefaultsAreEqual() {
    Plugin fresh = new Swapped(1, 1);
    String failure = failure(fresh, fresh);
    assertTrue(
        failure.startsWith("P2: withOptions(slope=2, shift=1) gives a plugin with the options"),
        failure);
  }

  @Test
  void aTextThatIsNoListOfComponentsIsNotJudged() {
    Plugin silent = new Derived(1, 2, true);
    check(silent, silent);
  }

  /** Whether a component changes is not known, if equal texts stand for plugins that differ. */
  @Test
  void aTextThatHidesWhatAnOptionChangesIsNotJudged() {
    Plugin open = new Derived(1, 2, false);
    assertThrows(TestAbortedException.class, () -> check(open, open));
  }

  @Test
  void aContractComparesWithTheInstanceThatARegistryHas() {
    Contracts.OfActivation contract =
        new Contracts.OfActivation(new Undeclared(1, 3), PluginRegistry.of(new Undeclared(1, 0)));
    AssertionError failure = assertThrows(AssertionError.class, contract::p2OptionsRoundTrip);
    assertTrue(failure.getMessage().startsWith("P2: Undeclared["), failure.getMessage());
  }
}
