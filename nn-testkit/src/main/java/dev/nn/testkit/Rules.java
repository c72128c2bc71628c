package dev.nn.testkit;

import dev.nn.api.Activation;
import dev.nn.api.Initializer;
import dev.nn.api.Kind;
import dev.nn.api.Layer;
import dev.nn.api.Loss;
import dev.nn.api.Optimizer;
import dev.nn.api.Plugin;
import dev.nn.api.Schedule;
import dev.nn.core.PluginRegistry;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestReporter;

/** All rules in the order of their numbers. */
final class Rules {
  private static final List<Rule<Plugin>> PLUGIN =
      List.of(
          new Rule<>("P1", "nameIsLegal", (p, context) -> PluginChecks.nameIsLegal(p)),
          new Rule<>("P2", "optionsRoundTrip", (p, context) -> PluginChecks.optionsRoundTrip(p)),
          new Rule<>(
              "P3",
              "specRoundTrip",
              (p, context) -> PluginChecks.specRoundTrip(p, context.registry())),
          new Rule<>(
              "P4",
              "unknownOptionIsRefused",
              (p, context) -> PluginChecks.unknownOptionIsRefused(p, context.registry())),
          new Rule<>(
              "P5", "outOfRangeIsRefused", (p, context) -> PluginChecks.outOfRangeIsRefused(p)),
          new Rule<>(
              "P6",
              "isDeterministic",
              (p, context) -> PluginChecks.isDeterministic(p, context.registry())),
          new Rule<>(
              "P7",
              "servesEightThreads",
              (p, context) -> PluginChecks.servesEightThreads(p, context.registry())),
          new Rule<>(
              "P8",
              "warnOfInexactMath",
              (p, context) -> PluginChecks.warnOfInexactMath(p, context.reporter())),
          new Rule<>(
              "P9",
              "everyOptionHasAnEffect",
              (p, context) -> OptionChecks.everyOptionHasAnEffect(p, context.registry())));

  private static final List<Rule<Activation>> ACTIVATION =
      List.of(
          new Rule<>(
              "A1",
              "forwardWritesItsResultOnly",
              (p, context) -> ActivationChecks.forwardWritesItsResultOnly(p)),
          new Rule<>(
              "A2",
              "backwardWritesItsResultOnly",
              (p, context) -> ActivationChecks.backwardWritesItsResultOnly(p)),
          new Rule<>("A3", "zeroRows", (p, context) -> ActivationChecks.zeroRows(p)),
          new Rule<>("A4", "forwardInPlace", (p, context) -> ActivationChecks.forwardInPlace(p)),
          new Rule<>("A5", "backwardInPlace", (p, context) -> ActivationChecks.backwardInPlace(p)),
          new Rule<>(
              "A6", "rowsAreIndependent", (p, context) -> ActivationChecks.rowsAreIndependent(p)),
          new Rule<>("A7", "derivative", (p, context) -> ActivationChecks.derivative(p)),
          new Rule<>(
              "A8", "bulkEqualsScalar", (p, context) -> ActivationChecks.bulkEqualsScalar(p)),
          new Rule<>("A9", "finiteFarOut", (p, context) -> ActivationChecks.finiteFarOut(p)),
          new Rule<>(
              "A10",
              "notANumberPropagates",
              (p, context) -> ActivationChecks.notANumberPropagates(p)));

  private static final List<Rule<Initializer>> INITIALIZER =
      List.of(
          new Rule<>(
              "I1",
              "writesItsResultOnly",
              (p, context) -> InitializerChecks.writesItsResultOnly(p)),
          new Rule<>("I2", "valuesAreFinite", (p, context) -> InitializerChecks.valuesAreFinite(p)),
          new Rule<>(
              "I3",
              "sameStreamSameValues",
              (p, context) -> InitializerChecks.sameStreamSameValues(p)),
          new Rule<>(
              "I4",
              "streamsAreIndependent",
              (p, context) -> InitializerChecks.streamsAreIndependent(p)),
          new Rule<>(
              "I5",
              "momentsAreTheSameEverywhere",
              (p, context) -> InitializerChecks.momentsAreTheSameEverywhere(p)),
          new Rule<>("I6", "rangesAreAlike", (p, context) -> InitializerChecks.rangesAreAlike(p)));

  private static final List<Rule<Layer>> LAYER =
      List.of(
          new Rule<>(
              "N1",
              "describesItself",
              (p, context) -> LayerChecks.describesItself(p, LayerChecks.inputShape(p))),
          new Rule<>(
              "N2",
              "forwardWritesItsResultOnly",
              (p, context) -> LayerChecks.forwardWritesItsResultOnly(p, LayerChecks.inputShape(p))),
          new Rule<>(
              "N3",
              "backwardWritesItsResultOnly",
              (p, context) ->
                  LayerChecks.backwardWritesItsResultOnly(p, LayerChecks.inputShape(p))),
          new Rule<>(
              "N4", "zeroRows", (p, context) -> LayerChecks.zeroRows(p, LayerChecks.inputShape(p))),
          new Rule<>(
              "N5",
              "inputGradient",
              (p, context) -> LayerGradientChecks.inputGradient(p, LayerChecks.inputShape(p))),
          new Rule<>(
              "N6",
              "parameterGradients",
              (p, context) -> LayerGradientChecks.parameterGradients(p, LayerChecks.inputShape(p))),
          new Rule<>(
              "N7",
              "rowsAreIndependent",
              (p, context) -> LayerChecks.rowsAreIndependent(p, LayerChecks.inputShape(p))),
          new Rule<>(
              "N8",
              "predictionsAreNotRandom",
              (p, context) -> LayerChecks.predictionsAreNotRandom(p, LayerChecks.inputShape(p))),
          new Rule<>(
              "N9",
              "tilesDoNotMatter",
              (p, context) -> LayerGradientChecks.tilesDoNotMatter(p, LayerChecks.inputShape(p))),
          new Rule<>(
              "N10",
              "fusedEqualsComposed",
              (p, context) ->
                  LayerGradientChecks.fusedEqualsComposed(p, LayerChecks.inputShape(p))));

  private static final List<Rule<Loss>> LOSS =
      List.of(
          new Rule<>(
              "L1",
              "valueWritesItsResultOnly",
              (p, context) -> LossChecks.valueWritesItsResultOnly(p)),
          new Rule<>(
              "L2",
              "gradientWritesItsResultOnly",
              (p, context) -> LossChecks.gradientWritesItsResultOnly(p)),
          new Rule<>("L3", "zeroRows", (p, context) -> LossChecks.zeroRows(p)),
          new Rule<>("L4", "rowsAreIndependent", (p, context) -> LossChecks.rowsAreIndependent(p)),
          new Rule<>("L5", "doubledBatch", (p, context) -> LossChecks.doubledBatch(p)),
          new Rule<>("L6", "derivative", (p, context) -> LossChecks.derivative(p)),
          new Rule<>(
              "L7", "notANumberIsNoTarget", (p, context) -> LossChecks.notANumberIsNoTarget(p)),
          new Rule<>(
              "L8",
              "fusedEqualsComposed",
              (p, context) -> FusionChecks.fusedEqualsComposed(p, context.registry())));

  private static final List<Rule<Optimizer>> OPTIMIZER =
      List.of(
          new Rule<>(
              "O1", "descendsOnAParabola", (p, context) -> OptimizerChecks.descendsOnAParabola(p)),
          new Rule<>(
              "O2",
              "descendsOnRosenbrock",
              (p, context) -> OptimizerChecks.descendsOnRosenbrock(p)),
          new Rule<>("O3", "keepsToItsRange", (p, context) -> OptimizerChecks.keepsToItsRange(p)),
          new Rule<>("O4", "tilesDoNotMatter", (p, context) -> OptimizerChecks.tilesDoNotMatter(p)),
          new Rule<>(
              "O5", "resumesFromItsState", (p, context) -> OptimizerChecks.resumesFromItsState(p)),
          new Rule<>("O6", "staysFinite", (p, context) -> OptimizerChecks.staysFinite(p)));

  private static final List<Rule<Schedule>> SCHEDULE =
      List.of(
          new Rule<>(
              "S1",
              "ratesAreFiniteAndNotNegative",
              (p, context) -> ScheduleChecks.ratesAreFiniteAndNotNegative(p)),
          new Rule<>(
              "S2",
              "runsDoNotDisturbEachOther",
              (p, context) -> ScheduleChecks.runsDoNotDisturbEachOther(p)),
          new Rule<>(
              "S3", "resumesFromItsState", (p, context) -> ScheduleChecks.resumesFromItsState(p)),
          new Rule<>("S4", "survivesAnyLoss", (p, context) -> ScheduleChecks.survivesAnyLoss(p)));

  private Rules() {}

  /** What a rule may need besides the plugin. */
  record Context(PluginRegistry registry, TestReporter reporter) {}

  /** A check with its number and name. */
  record Rule<P extends Plugin>(String number, String name, Check<P> check) {
    Bound bind(P plugin, Context context) {
      return new Bound(number, name, () -> check.run(context.registry().resolve(plugin), context));
    }
  }

  interface Check<P extends Plugin> {
    void run(P plugin, Context context);
  }

  /** A rule for one plugin. */
  record Bound(String number, String name, Runnable check) {
    @Override
    public String toString() {
      return number + " " + name;
    }
  }

  /** The rules that a plugin has to keep. */
  static List<Bound> of(Plugin plugin, Context context) {
    Stream<Bound> ofItsKind =
        switch (Kind.of(plugin)) {
          case ACTIVATION -> bind(ACTIVATION, (Activation) plugin, context);
          case INITIALIZER -> bind(INITIALIZER, (Initializer) plugin, context);
          case LAYER -> bind(LAYER, (Layer) plugin, context);
          case LOSS -> bind(LOSS, (Loss) plugin, context);
          case OPTIMIZER -> bind(OPTIMIZER, (Optimizer) plugin, context);
          case SCHEDULE -> bind(SCHEDULE, (Schedule) plugin, context);
        };
    return Stream.concat(bind(PLUGIN, plugin, context), ofItsKind).toList();
  }

  private static <P extends Plugin> Stream<Bound> bind(
      List<Rule<P>> rules, P plugin, Context context) {
    return rules.stream().map(rule -> rule.bind(plugin, context));
  }
}
