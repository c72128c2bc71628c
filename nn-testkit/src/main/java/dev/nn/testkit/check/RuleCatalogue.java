package dev.nn.testkit.check;

import static dev.nn.testkit.check.RuleOf.layer;
import static dev.nn.testkit.check.RuleOf.outputs;
import static dev.nn.testkit.check.RuleOf.promised;
import static dev.nn.testkit.check.RuleOf.registered;
import static dev.nn.testkit.check.RuleOf.rule;

import dev.nn.api.Activation;
import dev.nn.api.Initializer;
import dev.nn.api.Kind;
import dev.nn.api.Layer;
import dev.nn.api.Loss;
import dev.nn.api.Optimizer;
import dev.nn.api.Plugin;
import dev.nn.api.Schedule;
import dev.nn.core.plugin.PluginRegistry;
import java.util.List;
import java.util.stream.Stream;

/** The rules of each kind of plugin in the order of their numbers. */
final class RuleCatalogue {
  private static final List<RuleOf<Plugin>> PLUGIN =
      List.of(
          rule("P1", "nameIsLegal", PluginChecks::nameIsLegal),
          registered("P2", "optionsRoundTrip", RoundTripChecks::optionsRoundTrip),
          registered("P3", "specRoundTrip", RoundTripChecks::specRoundTrip),
          registered("P4", "unknownOptionIsRefused", PluginChecks::unknownOptionIsRefused),
          rule("P5", "outOfRangeIsRefused", PluginChecks::outOfRangeIsRefused),
          outputs(
              "P6", "isDeterministic", StateChecks::isDeterministic, StateChecks::isDeterministic),
          outputs(
              "P7",
              "servesEightThreads",
              StateChecks::servesEightThreads,
              StateChecks::servesEightThreads),
          new RuleOf<>(
              "P8",
              "warnOfInexactMath",
              (p, context) -> PluginChecks.warnOfInexactMath(p, context.warnings())),
          new RuleOf<>("P9", "everyOptionHasAnEffect", RuleCatalogue::everyOptionHasAnEffect));

  private static final List<RuleOf<Activation>> ACTIVATION =
      List.of(
          rule(
              "A1",
              "forwardWritesItsResultOnly",
              ActivationMatrixChecks::forwardWritesItsResultOnly),
          rule(
              "A2",
              "backwardWritesItsResultOnly",
              ActivationMatrixChecks::backwardWritesItsResultOnly),
          rule("A3", "zeroRows", ActivationMatrixChecks::zeroRows),
          rule("A4", "forwardInPlace", ActivationMatrixChecks::forwardInPlace),
          rule("A5", "backwardInPlace", ActivationMatrixChecks::backwardInPlace),
          rule("A6", "rowsAreIndependent", ActivationMatrixChecks::rowsAreIndependent),
          rule("A7", "derivative", ActivationChecks::derivative),
          rule("A8", "bulkEqualsScalar", ActivationChecks::bulkEqualsScalar),
          rule("A9", "finiteFarOut", ActivationChecks::finiteFarOut),
          rule("A10", "notANumberPropagates", ActivationChecks::notANumberPropagates),
          rule("A11", "finiteNearby", ActivationChecks::finiteNearby));

  private static final List<RuleOf<Initializer>> INITIALIZER =
      List.of(
          rule("I1", "writesItsResultOnly", InitializerChecks::writesItsResultOnly),
          rule("I2", "valuesAreFinite", InitializerChecks::valuesAreFinite),
          rule("I3", "sameStreamSameValues", InitializerChecks::sameStreamSameValues),
          rule("I4", "streamsAreIndependent", InitializerChecks::streamsAreIndependent),
          promised("I5", "momentsAreAsPromised", InitializerChecks::momentsAreAsPromised),
          promised("I6", "rangeIsAsPromised", InitializerChecks::rangeIsAsPromised));

  private static final List<RuleOf<Layer>> LAYER =
      List.of(
          layer("N1", "describesItself", LayerChecks::describesItself),
          layer("N2", "forwardWritesItsResultOnly", LayerChecks::forwardWritesItsResultOnly),
          layer("N3", "backwardWritesItsResultOnly", LayerChecks::backwardWritesItsResultOnly),
          layer("N4", "zeroRows", LayerChecks::zeroRows),
          layer("N5", "inputGradient", LayerGradientChecks::inputGradient),
          layer("N6", "parameterGradients", LayerGradientChecks::parameterGradients),
          layer("N7", "rowsAreIndependent", LayerChecks::rowsAreIndependent),
          layer("N8", "predictionsAreNotRandom", LayerChecks::predictionsAreNotRandom),
          layer("N9", "tilesDoNotMatter", LayerGradientChecks::tilesDoNotMatter),
          layer("N10", "fusedEqualsComposed", LayerGradientChecks::fusedEqualsComposed),
          layer("N11", "workersDoNotMatter", LayerChecks::workersDoNotMatter),
          layer("N12", "finiteFarOut", LayerRangeChecks::finiteFarOut),
          layer("N13", "notANumberPropagates", LayerRangeChecks::notANumberPropagates),
          layer("N14", "droppingKeepsTheMean", LayerDropChecks::droppingKeepsTheMean));

  private static final List<RuleOf<Loss>> LOSS =
      List.of(
          rule("L1", "valueWritesItsResultOnly", LossChecks::valueWritesItsResultOnly),
          rule("L2", "gradientWritesItsResultOnly", LossChecks::gradientWritesItsResultOnly),
          rule("L3", "zeroRows", LossChecks::zeroRows),
          rule("L4", "rowsAreIndependent", LossChecks::rowsAreIndependent),
          rule("L5", "doubledBatch", LossChecks::doubledBatch),
          rule("L6", "derivative", LossChecks::derivative),
          rule("L7", "notANumberIsNoTarget", LossChecks::notANumberIsNoTarget),
          registered("L8", "fusedEqualsComposed", FusionChecks::fusedEqualsComposed),
          rule("L9", "finiteAtZeroAndOne", LossRangeChecks::finiteAtZeroAndOne),
          rule("L10", "finiteFarOut", LossRangeChecks::finiteFarOut),
          rule("L11", "notANumberPropagates", LossRangeChecks::notANumberPropagates));

  private static final List<RuleOf<Optimizer>> OPTIMIZER =
      List.of(
          rule("O1", "descendsOnAParabola", DescentChecks::descendsOnAParabola),
          rule("O2", "descendsOnRosenbrock", DescentChecks::descendsOnRosenbrock),
          rule("O3", "keepsToItsRange", OptimizerChecks::keepsToItsRange),
          rule("O4", "tilesDoNotMatter", OptimizerChecks::tilesDoNotMatter),
          rule("O5", "resumesFromItsState", OptimizerChecks::resumesFromItsState),
          rule("O6", "staysFinite", OptimizerChecks::staysFinite),
          rule("O7", "learningRateCounts", OptimizerChecks::learningRateCounts),
          registered("O8", "learningRateIsDeclared", OptimizerChecks::learningRateIsDeclared));

  private static final List<RuleOf<Schedule>> SCHEDULE =
      List.of(
          rule("S1", "ratesAreFiniteAndNotNegative", ScheduleChecks::ratesAreFiniteAndNotNegative),
          rule("S2", "runsDoNotDisturbEachOther", ScheduleChecks::runsDoNotDisturbEachOther),
          rule("S3", "resumesFromItsState", ScheduleChecks::resumesFromItsState),
          rule("S4", "survivesAnyLoss", ScheduleChecks::survivesAnyLoss));

  private RuleCatalogue() {}

  /** The rules that plugins of a kind have to keep: those for all plugins, and their own. */
  static List<Rule> of(Plugin plugin, PluginRegistry registry, Hints hints) {
    Stream<Rule> ofItsKind =
        switch (Kind.of(plugin)) {
          case ACTIVATION -> bind(ACTIVATION, (Activation) plugin, registry, hints);
          case INITIALIZER -> bind(INITIALIZER, (Initializer) plugin, registry, hints);
          case LAYER -> bind(LAYER, (Layer) plugin, registry, hints);
          case LOSS -> bind(LOSS, (Loss) plugin, registry, hints);
          case OPTIMIZER -> bind(OPTIMIZER, (Optimizer) plugin, registry, hints);
          case SCHEDULE -> bind(SCHEDULE, (Schedule) plugin, registry, hints);
        };
    return Stream.concat(bind(PLUGIN, plugin, registry, hints), ofItsKind).toList();
  }

  private static <P extends Plugin> Stream<Rule> bind(
      List<RuleOf<P>> rules, P plugin, PluginRegistry registry, Hints hints) {
    return rules.stream().map(rule -> rule.bind(plugin, registry, hints));
  }

  private static void everyOptionHasAnEffect(Plugin plugin, Context context) {
    if (plugin instanceof Layer layer && !layer.options().names().isEmpty()) {
      context.check(
          layer,
          "P9",
          (given, input) -> OptionChecks.everyOptionHasAnEffect(given, input, context.registry()));
    } else {
      OptionChecks.everyOptionHasAnEffect(plugin, context.registry());
    }
  }
}
