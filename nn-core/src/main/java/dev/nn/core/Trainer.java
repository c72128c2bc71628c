package dev.nn.core;

import dev.nn.api.Loss;
import dev.nn.api.Optimizer;
import dev.nn.core.engine.Initialization;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Trains networks by mini-batch gradient descent: how, but not what. Immutable; one trainer may
 * train many networks, from several threads too.
 *
 * <p>The same seed gives the same weights, bit for bit, for any number of threads.
 */
public final class Trainer {
  private final PluginRegistry registry;
  private final TrainingSettings settings;

  Trainer(PluginRegistry registry, TrainingSettings settings) {
    this.registry = registry;
    this.settings = settings;
  }

  /** A trainer to be described. */
  public static TrainerBuilder builder() {
    return new TrainerBuilder();
  }

  /** The loss. */
  public Loss loss() {
    return settings.loss();
  }

  /** The optimizer. */
  public Optimizer optimizer() {
    return settings.optimizer();
  }

  /** The settings of its runs. */
  TrainingSettings settings() {
    return settings;
  }

  /**
   * Trains a network from new weights.
   *
   * @throws dev.nn.api.ShapeException if the data does not fit the network or the loss, before the
   *     first step
   * @throws DataException if a feature or a target cannot be used, before the first step
   */
  public TrainingResult fit(Network network, Dataset train) {
    return run(start(network, train));
  }

  /** The same with a validation set, which is evaluated after each epoch. */
  public TrainingResult fit(Network network, Dataset train, Dataset validation) {
    return run(start(network, train, validation));
  }

  /** Goes on from the weights of a model, which stays as it is. */
  public TrainingResult fit(Model model, Dataset train) {
    return run(start(model, train));
  }

  /** The same with a validation set, which is evaluated after each epoch. */
  public TrainingResult fit(Model model, Dataset train, Dataset validation) {
    return run(start(model, train, validation));
  }

  private static TrainingResult run(TrainingSession session) {
    try (session) {
      return session.run();
    }
  }

  /** Prepares a run that the caller takes through its steps. Close it in the end. */
  public TrainingSession start(Network network, Dataset train) {
    return start(network, data -> initial(network, data), train, Optional.empty());
  }

  /** The same with a validation set. */
  public TrainingSession start(Network network, Dataset train, Dataset validation) {
    return start(network, data -> initial(network, data), train, Optional.of(validation));
  }

  /** Prepares a run from the weights of a model. Close it in the end. */
  public TrainingSession start(Model model, Dataset train) {
    return start(model.network(), data -> model.copyOfParameters(), train, Optional.empty());
  }

  /** The same with a validation set. */
  public TrainingSession start(Model model, Dataset train, Dataset validation) {
    return start(model.network(), data -> model.copyOfParameters(), train, Optional.of(validation));
  }

  private float[] initial(Network network, Dataset train) {
    float[] parameters = Initialization.parameters(network.architecture(), settings.seed());
    Initialization.adapt(network.architecture(), parameters, train::readFeatures, train.rows());
    return parameters;
  }

  private TrainingSession start(
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
    DataCheck.check(network, settings.loss(), train, "training");
    validation.ifPresent(rows -> DataCheck.check(network, settings.loss(), rows, "validation"));
    UnknownPlugins.warn(registry, network, List.of(settings.loss(), settings.optimizer()));
    return new TrainingSession(
        settings.withMetrics(metrics()), network, parameters.apply(train), train, validation);
  }

  /** The metrics that were asked for; without any, the one that goes with the loss. */
  private SortedMap<String, Metric> metrics() {
    SortedMap<String, Metric> metrics = new TreeMap<>(settings.metrics());
    if (metrics.isEmpty()) {
      Metrics.defaultFor(settings.loss())
          .ifPresent(name -> metrics.put(name, Metrics.all().get(name)));
    }
    return metrics;
  }
}
