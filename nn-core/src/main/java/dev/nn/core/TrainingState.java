package dev.nn.core;

import dev.nn.api.ModelFormatException;
import dev.nn.api.Optimizer;
import dev.nn.core.internal.file.DurableFile;
import dev.nn.core.internal.saved.NewestCheckpoint;
import dev.nn.core.internal.saved.RunState;
import dev.nn.core.internal.saved.StateFile;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.core.training.EpochRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Everything that a run needs to go on as if it had never stopped, bit for bit: the parameters, the
 * state of optimizer, schedule and early stopping, the place in the data, and the history. It is a
 * value, which the session that it was taken from does not change any more.
 *
 * <p>To go on, give it to a {@link Trainer} with the same settings:
 *
 * <pre>{@code
 * TrainingState state = TrainingState.load(Path.of("state.safetensors"), PluginRegistry.load());
 * try (TrainingSession session = trainer.start(state, train)) {
 *   Model model = session.run().model();
 * }
 * }</pre>
 */
public final class TrainingState {
  private final Network network;
  private final RunState run;

  TrainingState(Network network, RunState run) {
    this.network = network;
    this.run = run;
  }

  private TrainingState(RunState run) {
    this(new Network(run.architecture()), run);
  }

  /** Returns the network in training. */
  public Network network() {
    return network;
  }

  /** Returns the model with the weights of this moment. */
  public Model model() {
    return new Model(network, run.parameters().clone(), run.provenance());
  }

  /** Returns the number of updates that are done. */
  public long steps() {
    return run.steps();
  }

  /** Returns the number of the current epoch, from 1, or 0 before the first. */
  public int epoch() {
    return run.progress().epoch();
  }

  /** Returns the epochs that are finished. */
  public List<EpochRecord> history() {
    return run.progress().history();
  }

  /**
   * Returns the settings that a run must have to go on from here, as text: loss, optimizer, batch
   * size, seed and so on.
   */
  public String settings() {
    return run.settings();
  }

  RunState run() {
    return run;
  }

  /**
   * Writes this state to a file. A file of that name is replaced, and a crash leaves either the old
   * file or the new one, but never half of one.
   *
   * @throws IOException if the file cannot be written; the message names the path, and an old file
   *     is still there
   */
  public void save(Path file) throws IOException {
    Objects.requireNonNull(file, "file");
    DurableFile.write(file, out -> StateFile.write(run, out));
  }

  /**
   * Reads a state from a file. Loss, optimizer and initializers need not be installed: the model
   * does not need them, and a trainer that goes on with the run has its own loss and optimizer.
   *
   * @throws ModelFormatException if the file is damaged or truncated, if it is no checkpoint or one
   *     that no run can have written, or if the optimizer is installed and has a state of another
   *     size
   * @throws dev.nn.api.PluginException if a plugin of the network is not installed
   */
  public static TrainingState load(Path file, PluginRegistry registry) throws IOException {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(registry, "registry");
    return new TrainingState(StateFile.load(file, registry, Optional.empty()));
  }

  /**
   * Reads the newest state in a folder that can be read. If a file is damaged or cannot be read, a
   * warning says so, and the file before it is taken.
   *
   * @return the state, or nothing if there are no checkpoints in the folder
   * @throws ModelFormatException if there are checkpoints, but none is good, and the newest is
   *     damaged; the message says what is wrong with each of them. Also if a newer version of this
   *     framework has made one, which is not a damaged file
   * @throws IOException if there are checkpoints, but none is good, and the newest cannot be read;
   *     the message says why for each of them
   */
  public static Optional<TrainingState> newest(Path folder, PluginRegistry registry)
      throws IOException {
    Objects.requireNonNull(folder, "folder");
    Objects.requireNonNull(registry, "registry");
    return newest(folder, registry, Optional.empty());
  }

  /**
   * Reads the newest state for a run that would go on with an optimizer, which need not be in the
   * registry.
   *
   * @param optimizer the optimizer that the state has to fit, if the file names the same one
   */
  static Optional<TrainingState> newest(
      Path folder, PluginRegistry registry, Optional<Optimizer> optimizer) throws IOException {
    return NewestCheckpoint.in(folder, file -> StateFile.load(file, registry, optimizer))
        .map(TrainingState::new);
  }
}
