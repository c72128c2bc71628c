package dev.nn.core.internal.run;

import dev.nn.api.NnException;
import dev.nn.api.PluginException;
import dev.nn.api.Printable;
import dev.nn.api.Spec;
import dev.nn.core.dataset.Agreement;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.internal.architecture.Architecture;
import dev.nn.core.internal.engine.Initialization;
import dev.nn.core.internal.engine.LayerAdaptation;
import dev.nn.core.internal.saved.MissingPlugins;
import dev.nn.core.internal.saved.OtherVersions;
import dev.nn.core.internal.saved.RunState;
import dev.nn.core.internal.saved.SavedNetwork;
import dev.nn.core.metric.Metric;
import dev.nn.core.metric.Metrics;
import dev.nn.core.plugin.PluginRecord;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.core.training.EarlyStopping;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Does what comes before the first step of a run: it locks the folder for checkpoints, splits the
 * data and looks at them, and makes the weights. The Javadoc of the trainer says what is refused.
 */
public final class Preparation {
  private final PluginRegistry registry;
  private final TrainingSettings settings;

  public Preparation(PluginRegistry registry, TrainingSettings settings) {
    this.registry = registry;
    this.settings = settings;
  }

  /** Prepares a run from new weights. */
  public TrainingLoop ofNew(
      Architecture network, Dataset train, Optional<Dataset> validation, RunEvents events) {
    float[] parameters = Initialization.parameters(network, settings.seed());
    LayerAdaptation adaptation = new LayerAdaptation(network, parameters);
    return start(new Start(network, parameters, adaptation), train, validation, events);
  }

  /** Prepares a run from given weights, whose array is taken over. */
  public TrainingLoop from(
      Architecture network,
      float[] parameters,
      Dataset train,
      Optional<Dataset> validation,
      RunEvents events) {
    return start(new Start(network, parameters, LayerAdaptation.NONE), train, validation, events);
  }

  /** Prepares a run that goes on as if it had never stopped. */
  public TrainingLoop goOn(
      RunState state, Dataset train, Optional<Dataset> validation, RunEvents events) {
    checkInstalled(state);
    OtherVersions.warn(
        "the checkpoint", state.plugins(), List.of(settings.loss(), settings.optimizer()));
    Start start = new Start(state.architecture(), state.parameters().clone(), state);
    TrainingLoop loop = start(start, train, validation, events);
    try {
      loop.restore(state);
      return loop;
    } catch (Throwable e) {
      loop.close();
      throw e;
    }
  }

  /** What a run begins with. */
  private static final class Start {
    final Architecture network;
    final float[] parameters;
    final LayerAdaptation adaptation;
    final Optional<RunState> state;

    Start(Architecture network, float[] parameters, LayerAdaptation adaptation) {
      this.network = network;
      this.parameters = parameters;
      this.adaptation = adaptation;
      this.state = Optional.empty();
    }

    Start(Architecture network, float[] parameters, RunState state) {
      this.network = network;
      this.parameters = parameters;
      this.adaptation = LayerAdaptation.NONE;
      this.state = Optional.of(state);
    }
  }

  /**
   * Fails if the loss or the optimizer of the state is not installed and the trainer has another
   * one. The error says more than that they differ, namely where the missing one came from.
   */
  private void checkInstalled(RunState state) {
    List<PluginRecord> own = PluginRecord.of(settings.plugins(state.architecture()));
    List<PluginRecord> missing =
        MissingPlugins.of(state.plugins(), List.of(Spec.parse(state.settings())), registry).stream()
            .filter(plugin -> own.stream().noneMatch(plugin::isNamedLike))
            .toList();
    if (!missing.isEmpty()) {
      throw new PluginException(
          Printable.lines(
              "the state only goes on with what it was made with, and that is not installed:"
                  + MissingPlugins.advice(missing, "checkpoint")));
    }
  }

  private TrainingLoop start(
      Start start, Dataset train, Optional<Dataset> validation, RunEvents events) {
    if (settings.checkpoints().isPresent()) {
      SavedNetwork.checkReadable(start.network);
    }
    Optional<Checkpointing> checkpointing =
        settings.checkpoints().map(rule -> Checkpointing.start(rule, start.state));
    try {
      return prepare(start, checkpointing, train, validation, events);
    } catch (Throwable e) {
      // The folder must not stay locked, whatever a data set throws.
      checkpointing.ifPresent(Checkpointing::close);
      throw e;
    }
  }

  private TrainingLoop prepare(
      Start start,
      Optional<Checkpointing> checkpointing,
      Dataset data,
      Optional<Dataset> givenValidation,
      RunEvents events) {
    Dataset train = data;
    Optional<Dataset> validation = givenValidation;
    if (validation.isEmpty() && settings.validationSplit() > 0) {
      HeldOut split = HeldOut.of(data, settings.validationSplit(), settings.seed());
      train = split.train();
      validation = Optional.of(split.validation());
    }
    Agreement known = Agreement.of("the training set", train);
    validation = validation.map(rows -> known.match(rows, "the validation set"));
    DataCheck.checkOutputsCanChange(start.network);
    DataCheck.checkUndecayed(start.network, settings.undecayed());
    DataCheck.check(start.network, settings.loss(), train, "training");
    validation.ifPresent(
        rows -> DataCheck.check(start.network, settings.loss(), rows, "validation"));
    if (validation.isEmpty() && !settings.measuresTraining()) {
      MetricCheck.checkNoneIsWanted(settings);
    }
    SortedMap<String, Metric> metrics =
        MetricCheck.on(train.targets(), metrics(), settings.loss(), start.network.output().size());
    ClassWeights classWeights = ClassWeights.of(settings.classWeights().in(train));
    TrainingSettings resolved = settings.resolved(classWeights, metrics);
    UnregisteredPlugins.warn(registry, settings.plugins(start.network));
    Examples trainExamples = look(train, start, classWeights.byIndex());
    Optional<Examples> validationExamples = validation.map(rows -> lookAtValidation(rows, start));
    boolean isComplete =
        trainExamples.isComplete() && validationExamples.map(Examples::isComplete).orElse(true);
    if (isComplete) {
      PredictionCheck.warn(start.network, settings.loss(), start.parameters, train);
    }
    TrainingLoop loop =
        new TrainingLoop(
            resolved,
            checkpointing,
            start.network,
            start.parameters,
            trainExamples,
            validationExamples,
            events);
    if (!isComplete) {
      loop.interrupted();
    }
    return loop;
  }

  private Examples look(Dataset train, Start start, List<Double> classWeights) {
    boolean learns = start.adaptation.isWanted();
    Examples examples =
        Examples.look(train, purpose("training", start, classWeights), start.adaptation);
    while (examples.isComplete() && start.adaptation.isWanted()) {
      examples.show(start.adaptation);
    }
    if (learns && start.adaptation.isWanted()) {
      throw new NnException(
          "interrupted while layers learnt from the data, before the first step: there is nothing to"
              + " go on from");
    }
    return examples;
  }

  private Examples lookAtValidation(Dataset validation, Start start) {
    return Examples.look(validation, purpose("validation", start, List.of()), LayerAdaptation.NONE);
  }

  private Examples.Purpose purpose(String role, Start start, List<Double> classWeights) {
    return new Examples.Purpose(
        role,
        start.network,
        settings.loss(),
        classWeights,
        settings.checkpoints().isPresent() || start.state.isPresent());
  }

  /**
   * The metrics that were asked for; without any, the one that goes with the loss; and the one that
   * early stopping watches.
   */
  private SortedMap<String, Metric> metrics() {
    SortedMap<String, Metric> metrics = new TreeMap<>(settings.metrics());
    if (metrics.isEmpty()) {
      Metrics.defaultFor(settings.loss()).ifPresent(spec -> metrics.put(spec, Metrics.of(spec)));
    }
    settings
        .earlyStopping()
        .flatMap(EarlyStopping::metric)
        .ifPresent(name -> metrics.computeIfAbsent(name, Metrics::of));
    return metrics;
  }
}
