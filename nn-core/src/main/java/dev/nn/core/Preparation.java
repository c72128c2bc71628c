package dev.nn.core;

import dev.nn.api.NnException;
import dev.nn.api.PluginException;
import dev.nn.api.Printable;
import dev.nn.core.engine.Initialization;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What comes before the first step of a run: the folder for its checkpoints is taken, its data are
 * split and looked at, its weights made. {@link Trainer} says what is refused.
 */
final class Preparation {
  private final PluginRegistry registry;
  private final TrainingSettings settings;

  Preparation(PluginRegistry registry, TrainingSettings settings) {
    this.registry = registry;
    this.settings = settings;
  }

  /** A run from new weights. */
  TrainingSession ofNew(Network network, Dataset train, Optional<Dataset> validation) {
    Objects.requireNonNull(network, "network");
    return start(Optional.empty(), network, data -> initial(network, data), train, validation);
  }

  /** A run from the weights of a model. */
  TrainingSession from(Model model, Dataset train, Optional<Dataset> validation) {
    Objects.requireNonNull(model, "model");
    return start(
        Optional.empty(), model.network(), data -> model.copyOfParameters(), train, validation);
  }

  /** A run that goes on as if it had never stopped. */
  TrainingSession goOn(TrainingState state, Dataset train, Optional<Dataset> validation) {
    Objects.requireNonNull(state, "state");
    checkInstalled(state);
    return start(
            Optional.of(state),
            state.network(),
            data -> state.parameters().clone(),
            train,
            validation)
        .restore(state);
  }

  /**
   * A trainer that was made with another loss or optimizer because those of the state are not
   * installed: more is known of them than that they differ.
   */
  private void checkInstalled(TrainingState state) {
    List<PluginRecord> own = settings.plugins(state.network());
    List<PluginRecord> missing =
        MissingPlugins.of(state.plugins(), state.settings(), registry).stream()
            .filter(plugin -> own.stream().noneMatch(plugin::isNamedLike))
            .toList();
    if (!missing.isEmpty()) {
      throw new PluginException(
          Printable.lines(
              "the state only goes on with what it was made with, and that is not installed:"
                  + MissingPlugins.advice(missing, "checkpoint")));
    }
  }

  private float[] initial(Network network, Dataset train) {
    float[] parameters = Initialization.parameters(network.architecture(), settings.seed());
    Initialization.adapt(
        network.architecture(),
        parameters,
        (row, into, at) -> {
          if (Thread.currentThread().isInterrupted()) {
            throw new NnException(
                "interrupted while layers learnt from the data, before the first step: there is"
                    + " nothing to go on from");
          }
          train.readFeatures(row, into, at);
        },
        train.rows());
    return parameters;
  }

  private TrainingSession start(
      Optional<TrainingState> from,
      Network network,
      Function<Dataset, float[]> parameters,
      Dataset train,
      Optional<Dataset> validation) {
    Objects.requireNonNull(train, "train");
    if (settings.checkpoints().isPresent()) {
      SavedNetwork.checkReadable(network);
    }
    Optional<Checkpointing> checkpointing =
        settings.checkpoints().map(rule -> Checkpointing.start(rule, from));
    try {
      return prepare(checkpointing, network, parameters, train, validation);
    } catch (Throwable e) {
      // Whatever a data set throws, the folder must not stay locked.
      checkpointing.ifPresent(Checkpointing::close);
      throw e;
    }
  }

  private TrainingSession prepare(
      Optional<Checkpointing> checkpointing,
      Network network,
      Function<Dataset, float[]> parameters,
      Dataset data,
      Optional<Dataset> givenValidation) {
    Dataset train = data;
    Optional<Dataset> validation = givenValidation;
    if (validation.isEmpty() && settings.validationSplit() > 0) {
      HeldOut split = HeldOut.of(data, settings.validationSplit(), settings.seed());
      train = split.train();
      validation = Optional.of(split.validation());
    }
    boolean isChecked = DataCheck.check(network, settings.loss(), train, "training");
    if (validation.isPresent()) {
      isChecked &= DataCheck.check(network, settings.loss(), validation.get(), "validation");
    }
    SortedMap<String, Metric> metrics = metrics();
    validation.ifPresent(
        rows -> DataCheck.checkMetrics(metrics, network.outputShape().size(), rows.targets()));
    UnknownPlugins.warn(registry, network, List.of(settings.loss(), settings.optimizer()));
    float[] start = parameters.apply(train);
    if (isChecked) {
      PredictionCheck.warn(network, settings.loss(), start, train);
    }
    TrainingSession session =
        new TrainingSession(
            settings.withMetrics(metrics), checkpointing, network, start, train, validation);
    if (!isChecked) {
      session.interrupted();
    }
    return session;
  }

  /** The metrics that were asked for; without any, the one that goes with the loss. */
  private SortedMap<String, Metric> metrics() {
    SortedMap<String, Metric> metrics = new TreeMap<>(settings.metrics());
    if (metrics.isEmpty()) {
      Metrics.defaultFor(settings.loss()).ifPresent(spec -> metrics.put(spec, Metrics.of(spec)));
    }
    return metrics;
  }
}
