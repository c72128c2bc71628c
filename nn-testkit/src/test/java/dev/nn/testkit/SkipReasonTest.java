package dev.nn.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.Layer;
import dev.nn.api.Plugin;
import dev.nn.api.Shape;
import dev.nn.api.ShapeException;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.testkit.check.Rule;
import dev.nn.testkit.check.Rules;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

/** A rule that is skipped says which one it is, whichever of the three ways leads to it. */
class SkipReasonTest {

  /** Takes no input that the kit knows. */
  private static final class Picky extends GoodLayer {
    @Override
    public Shape outputShape(Shape input) {
      if (input.size() != 1000) {
        throw new ShapeException("it takes 1000 numbers, not " + input);
      }
      return super.outputShape(input);
    }
  }

  /** Takes no target that the kit knows. */
  private static final class Fussy extends BrokenLosses.Good {
    @Override
    public void checkTarget(float[] target) {
      throw new IllegalArgumentException("there is no target for this loss");
    }
  }

  private static final class PickyTest implements LayerContract {
    private final Layer picky = new Picky();

    @Override
    public Layer plugin() {
      return picky;
    }

    @Override
    public PluginRegistry registry() {
      return PluginRegistry.of(picky);
    }
  }

  /** By rule, the reason; also that of N1, which fails where a layer has no input. */
  private static Map<String, String> skips(Plugin plugin) {
    Map<String, String> skips = new TreeMap<>();
    Rules rules = Rules.in(PluginRegistry.of(plugin));
    for (Rule rule : rules.of(plugin)) {
      try {
        rule.run(warning -> {});
      } catch (TestAbortedException | AssertionError skipped) {
        assertEquals(rule.number().equals("N1"), skipped instanceof AssertionError);
        skips.put(rule.number(), String.valueOf(skipped.getMessage()));
      }
    }
    return skips;
  }

  @Test
  void everyReasonOfARuleBeginsWithItsNumber() {
    Stream.of(
            new Picky(),
            new Fussy(),
            new GoodActivation(),
            new GoodLayer(),
            new BrokenInitializers.Good(),
            new BrokenLosses.Good(),
            new BrokenOptimizers.Good(),
            new BrokenSchedules.Good())
        .forEach(
            plugin ->
                skips(plugin)
                    .forEach(
                        (number, reason) ->
                            assertTrue(
                                reason.startsWith(number + ": "),
                                () -> plugin.name() + ", " + number + ": " + reason)));
  }

  @Test
  void aLayerWithoutAnInputFailsN1AndIsSkippedByEveryOtherRuleThatNeedsOne() {
    assertEquals(
        List.of(
            "N1", "N10", "N11", "N12", "N13", "N14", "N2", "N3", "N4", "N5", "N6", "N7", "N8", "N9",
            "P5", "P6", "P7", "P9"),
        List.copyOf(skips(new Picky()).keySet()));
  }

  @Test
  void aLossWithoutATargetIsSkippedByEveryRuleThatNeedsOne() {
    assertEquals(
        List.of(
            "L1", "L10", "L11", "L2", "L3", "L4", "L5", "L6", "L7", "L8", "L9", "P5", "P6", "P7",
            "P9"),
        List.copyOf(skips(new Fussy()).keySet()));
  }

  @Test
  void everyReasonOfAContractBeginsWithTheNumberOfItsTest() throws Exception {
    List<String> skipped = new ArrayList<>();
    for (Method test : LayerContract.class.getMethods()) {
      if (test.isAnnotationPresent(Test.class) && test.getParameterCount() == 0) {
        try {
          test.invoke(new PickyTest());
        } catch (InvocationTargetException e) {
          Throwable reason = e.getCause();
          String number =
              test.getName().replaceFirst("^([a-z]\\d+).*", "$1").toUpperCase(Locale.ROOT);
          assertEquals(!number.equals("N1"), reason instanceof TestAbortedException, number);
          assertTrue(
              String.valueOf(reason.getMessage()).startsWith(number + ": "),
              () -> test.getName() + ": " + reason.getMessage());
          skipped.add(number);
        }
      }
    }
    assertEquals(18, skipped.size(), () -> "P5, P6, P7, P9 and N1 to N14, not " + skipped);
  }
}
