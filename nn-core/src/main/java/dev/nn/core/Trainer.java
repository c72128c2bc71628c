package dev.nn.core;

import dev.nn.api.DataException;
import dev.nn.api.Loss;
import dev.nn.api.ModelFormatException;
import dev.nn.api.NnException;
import dev.nn.api.Optimizer;
import dev.nn.api.PluginException;
import dev.nn.api.Printable;
import dev.nn.core.dataset.Agreement;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.internal.run.Preparation;
import dev.nn.core.internal.run.TrainingSettings;
import dev.nn.core.internal.saved.Provenance;
import dev.nn.core.message.Plural;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.core.plugin.ShortSpec;
import dev.nn.core.preset.Preset;
import dev.nn.core.training.Checkpoints;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Trains networks by mini-batch gradient descent.
 *
 * <pre>{@code
 * Trainer trainer = Trainer.builder()
 *     .loss("categorical_crossentropy")
 *     .optimizer("adam(learning_rate=0.003)")
 *     .epochs(30)
 *     .seed(42)
 *     .build();
 * Model model = trainer.fit(network, train).model();
 * }</pre>
 *
 * <p>A trainer says how to train, but not what. It is immutable, and one trainer may train many
 * networks, also from several threads at once. The same seed gives the same weights, bit for bit,
 * for any number of threads.
 */
public final class Trainer {
  private final PluginRegistry registry;
  private final TrainingSettings settings;
  private final List<TrainingListener> listeners;
  private final Preparation preparation;
  private final Optional<Preset> preset;

  Trainer(
      PluginRegistry registry,
      TrainingSettings settings,
      List<TrainingListener> listeners,
      Optional<Preset> preset) {
    this.registry = registry;
    this.preset = preset;
    this.settings = settings;
    this.listeners = List.copyOf(listeners);
    this.preparation = new Preparation(registry, settings);
  }

  /** Returns a builder, on which loss and optimizer must be set. */
  public static TrainerBuilder builder() {
    return new TrainerBuilder();
  }

  /**
   * A trainer to be described whose steps are those of this one: with its loss, optimizer, batch
   * size, seed, epochs and so on, but without what belongs to the runs of this one, its listeners,
   * metrics, checkpoints and early stopping.
   *
   * <pre>{@code
   * Trainer slower = trainer.toBuilder().optimizer("adam(learning_rate=0.0001)").build();
   * }</pre>
   */
  public TrainerBuilder toBuilder() {
    return new TrainerBuilder(registry, settings, preset);
  }

  /** The loss. */
  public Loss loss() {
    return settings.loss();
  }

  /** Returns the optimizer. */
  public Optimizer optimizer() {
    return settings.optimizer();
  }

  /** Examples of one step. */
  public int batchSize() {
    return settings.batchSize();
  }

  /**
   * Trains a network from new weights.
   *
   * <p>If the thread is interrupted, the run ends soon, even before the first step. Only a network
   * with layers that learn from the data beforehand, such as {@code normalization}, has no weights
   * at that time, so an interrupt before they have learnt is an error.
   *
   * @throws dev.nn.api.ShapeException if the data does not fit the network or the loss, before the
   *     first step
   * @throws DataException if a feature or a target cannot be used, before the first step
   * @throws dev.nn.core.training.TrainingException if a plugin throws an exception, which is the
   *     cause; the message names the plugin, its class and its jar
   */
  public TrainingResult fit(Network network, Dataset train) {
    return run(start(network, train));
  }

  /**
   * Trains a network from new weights, with a validation set that is evaluated after each epoch.
   */
  public TrainingResult fit(Network network, Dataset train, Dataset validation) {
    return run(start(network, train, validation));
  }

  /** Trains on from the weights of a model, which stays as it is. */
  public TrainingResult fit(Model model, Dataset train) {
    return run(start(model, train));
  }

  /**
   * Trains on from the weights of a model, with a validation set that is evaluated after each
   * epoch.
   */
  public TrainingResult fit(Model model, Dataset train, Dataset validation) {
    return run(start(model, train, validation));
  }

  TrainingSettings settings() {
    return settings;
  }

  private static TrainingResult run(TrainingSession session) {
    try (session) {
      return session.run();
    }
  }

  /** Prepares a run that the caller takes through its steps and must close in the end. */
  public TrainingSession start(Network network, Dataset train) {
    return startNew(network, train, Optional.empty());
  }

  /** Prepares a run with a validation set, which the caller must close in the end. */
  public TrainingSession start(Network network, Dataset train, Dataset validation) {
    return startNew(network, train, given(validation));
  }

  /** Prepares a run from the weights of a model, which the caller must close in the end. */
  public TrainingSession start(Model model, Dataset train) {
    return startFrom(model, train, Optional.empty());
  }

  /**
   * Prepares a run from the weights of a model with a validation set, which the caller must close
   * in the end.
   */
  public TrainingSession start(Model model, Dataset train, Dataset validation) {
    return startFrom(model, train, given(validation));
  }

  /**
   * Prepares a run that goes on from a state as if it had never stopped. The caller must close it
   * in the end.
   *
   * @throws PluginException if the state was made with a loss or an optimizer that is neither
   *     installed nor this trainer's own
   * @throws dev.nn.api.NnException if this trainer's settings, the training examples or the
   *     validation examples differ from those of the state, or if the folder for its checkpoints
   *     holds those of another run, or only some that cannot be read
   */
  public TrainingSession start(TrainingState state, Dataset train) {
    return goOn(state, train, Optional.empty());
  }

  /**
   * Prepares a run that goes on from a state with a validation set. The caller must close it in the
   * end.
   */
  public TrainingSession start(TrainingState state, Dataset train, Dataset validation) {
    return goOn(state, train, given(validation));
  }

  private TrainingSession startNew(Network network, Dataset train, Optional<Dataset> validation) {
    Objects.requireNonNull(network, "network");
    Objects.requireNonNull(train, "train");
    Network adapted = like(network);
    return new TrainingSession(
        adapted,
        listeners,
        events -> preparation.ofNew(adapted.architecture(), train, validation, events));
  }

  private Network like(Network network) {
    return preset.map(network::like).orElse(network);
  }

  private TrainingSession startFrom(Model model, Dataset train, Optional<Dataset> validation) {
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(train, "train");
    Dataset matched = model.agreement().match(train, "the training set");
    return new TrainingSession(
        model.network(),
        listeners,
        events ->
            preparation.from(
                model.network().architecture(),
                model.parametersToTrain(),
                matched,
                validation,
                events));
  }

  private TrainingSession goOn(TrainingState state, Dataset train, Optional<Dataset> validation) {
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(train, "train");
    Provenance run = state.run().provenance();
    Dataset matched =
        new Agreement("the interrupted run", run.features(), run.targets())
            .match(train, "the training set");
    return new TrainingSession(
        state.network(),
        listeners,
        events -> preparation.goOn(state.run(), matched, validation, events));
  }

  private static Optional<Dataset> given(Dataset validation) {
    return Optional.of(Objects.requireNonNull(validation, "validation"));
  }

  /**
   * Goes on from the newest good checkpoint in the folder that this trainer writes to, or starts
   * with new weights if there is none. So a program that may be killed at any time can just be
   * started again:
   *
   * <pre>{@code
   * Trainer trainer = Trainer.builder()
   *     .loss("binary_crossentropy").optimizer("adam")
   *     .checkpoints(Checkpoints.in(Path.of("runs/xor")))
   *     .build();
   * Model model = trainer.resume(network, train).model();
   * }</pre>
   *
   * @throws dev.nn.api.NnException if this trainer writes no checkpoints, or if the newest is of
   *     another network or has other settings
   * @throws ModelFormatException if there are checkpoints, but none is good; the message says what
   *     is wrong with each of them, and nothing is deleted
   * @throws IOException if there are checkpoints, but the newest cannot be read and no other is
   *     good
   */
  public TrainingResult resume(Network network, Dataset train) throws IOException {
    Optional<TrainingState> state = newest(network);
    return run(state.isPresent() ? start(state.get(), train) : start(network, train));
  }

  /** Goes on from the newest good checkpoint, or starts anew, with a validation set. */
  public TrainingResult resume(Network network, Dataset train, Dataset validation)
      throws IOException {
    Optional<TrainingState> state = newest(network);
    return run(
        state.isPresent()
            ? start(state.get(), train, validation)
            : start(network, train, validation));
  }

  private Optional<TrainingState> newest(Network given) throws IOException {
    Network network = like(Objects.requireNonNull(given, "network"));
    Checkpoints checkpoints =
        settings
            .checkpoints()
            .orElseThrow(
                () ->
                    new NnException(
                        "this trainer has no folder to resume from: add"
                            + " .checkpoints(Checkpoints.in(folder))"));
    Optional<TrainingState> state =
        TrainingState.newest(checkpoints.folder(), registry, Optional.of(settings.optimizer()));
    if (state.isPresent() && !state.get().network().spec().equals(network.spec())) {
      throw new NnException(
          "the checkpoints in %s are of another network:\n  %s\nthan the one given:\n  %s\nresume with their network, or choose an empty folder"
              .formatted(
                  checkpoints.folder(), Printable.line(state.get().network().toString()), network));
    }
    return state;
  }

  /** How it trains: {@code Trainer of categorical_crossentropy by adam(…), 30 epochs, …}. */
  @Override
  public String toString() {
    return "Trainer of %s by %s, %s in batches of %s, seed %s"
        .formatted(
            ShortSpec.of(settings.loss(), registry),
            ShortSpec.of(settings.optimizer(), registry),
            Plural.of(settings.epochs(), "epoch"),
            settings.batchSize(),
            settings.seed());
  }
}
