package dev.nn.core;

import dev.nn.api.ModelFormatException;
import dev.nn.api.Optimizer;
import dev.nn.core.engine.EngineState;
import dev.nn.core.file.DurableFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Everything that a run needs to go on as if it had never stopped, bit for bit: parameters, the
 * state of optimizer, schedule and early stopping, the place in the data, the history. A value; the
 * session goes on without changing it. What the run does next is up to a {@link Trainer} with the
 * same settings: {@code trainer.start(state, data)}.
 */
public final class TrainingState {
  private final Network network;
  private final Provenance provenance;
  private final String settings;
  private final float[] parameters;
  private final float[] lastGood;
  private final EngineState engine;
  private final Progress progress;
  private final Optional<Best> best;

  /**
   * Where in its epochs a run is.
   *
   * @param epoch the current epoch, from 1; 0 before the first
   * @param position examples of it that are done
   * @param lossSum sum of the losses of its examples
   * @param history the epochs that are finished
   */
  record Progress(int epoch, int position, double lossSum, List<EpochRecord> history) {
    Progress {
      history = List.copyOf(history);
    }
  }

  /** The state of early stopping. */
  static final class Best {
    final double loss;
    final int epochsWithout;
    final float[] weights;

    Best(double loss, int epochsWithout, float[] weights) {
      this.loss = loss;
      this.epochsWithout = epochsWithout;
      this.weights = weights;
    }
  }

  /** Takes the arrays over. */
  TrainingState(
      Network network,
      Provenance provenance,
      String settings,
      float[] parameters,
      float[] lastGood,
      EngineState engine,
      Progress progress,
      Optional<Best> best) {
    this.network = network;
    this.provenance = provenance;
    this.settings = settings;
    this.parameters = parameters;
    this.lastGood = lastGood;
    this.engine = engine;
    this.progress = progress;
    this.best = best;
  }

  /** The network in training. */
  public Network network() {
    return network;
  }

  /** The model with the weights of this moment. */
  public Model model() {
    return new Model(network, parameters.clone(), provenance);
  }

  /** Updates done. */
  public long steps() {
    return engine.steps();
  }

  /** The current epoch, from 1; 0 before the first. */
  public int epoch() {
    return progress.epoch();
  }

  /** The epochs that are finished. */
  public List<EpochRecord> history() {
    return progress.history();
  }

  /**
   * The settings that a run must have to go on from here, as text: loss, optimizer, batch size,
   * seed and so on.
   */
  public String settings() {
    return settings;
  }

  /** Whether a checkpoint may be of the same run. */
  boolean isOfRunOf(SavedFile file) {
    return file.network().equals(network.spec())
        && file.input().equals(network.inputShape())
        && Fingerprint.isOfOneRun(file.settings(), settings);
  }

  /** Where the plugins of the network and of the training came from. */
  List<PluginRecord> plugins() {
    return provenance.plugins().orElse(List.of());
  }

  Provenance provenance() {
    return provenance;
  }

  float[] parameters() {
    return parameters;
  }

  float[] lastGood() {
    return lastGood;
  }

  EngineState engine() {
    return engine;
  }

  Progress progress() {
    return progress;
  }

  Optional<Best> best() {
    return best;
  }

  /**
   * Writes this state to a file, in place of what is there; a crash leaves either the old file or
   * the new one.
   *
   * @throws IOException if it cannot be written; the message names the path, and an old file is
   *     still there
   */
  public void save(Path file) throws IOException {
    Objects.requireNonNull(file, "file");
    DurableFile.write(file, out -> StateFile.write(this, out));
  }

  /**
   * Reads a state from a file. Loss and optimizer need not be installed, nor the initializers: for
   * the model they are not needed, and who goes on with the training has them.
   *
   * @throws ModelFormatException if the file is damaged, truncated, no checkpoint, or one that no
   *     run can have written; or if the optimizer is installed and has a state of another size
   * @throws dev.nn.api.PluginException if a plugin of the network is not installed
   */
  public static TrainingState load(Path file, PluginRegistry registry) throws IOException {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(registry, "registry");
    return load(file, registry, Optional.empty());
  }

  /**
   * The same for a run that would go on with an optimizer, which need not be in the registry.
   *
   * @param optimizer that the state has to fit, if it is the one that the file names
   */
  static TrainingState load(Path file, PluginRegistry registry, Optional<Optimizer> optimizer)
      throws IOException {
    return SavedPath.read(
        file, (in, size, source) -> StateFile.read(in, size, source, registry, optimizer));
  }
}
