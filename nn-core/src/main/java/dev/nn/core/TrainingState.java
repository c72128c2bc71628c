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
 * Everything that a run needs to go on as if it had never stopped, bit for bit: parameters, the
 * state of optimizer, schedule and early stopping, the place in the data, the history. A value; the
 * session goes on without changing it. What the run does next is up to a {@link Trainer} with the
 * same settings: {@code trainer.start(state, data)}.
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

  /** The network in training. */
  public Network network() {
    return network;
  }

  /** The model with the weights of this moment. */
  public Model model() {
    return new Model(network, run.parameters().clone(), run.provenance());
  }

  /** Updates done. */
  public long steps() {
    return run.steps();
  }

  /** The current epoch, from 1; 0 before the first. */
  public int epoch() {
    return run.progress().epoch();
  }

  /** The epochs that are finished. */
  public List<EpochRecord> history() {
    return run.progress().history();
  }

  /**
   * The settings that a run must have to go on from here, as text: loss, optimizer, batch size,
   * seed and so on.
   */
  public String settings() {
    return run.settings();
  }

  RunState run() {
    return run;
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
    DurableFile.write(file, out -> StateFile.write(run, out));
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
    return new TrainingState(StateFile.load(file, registry, Optional.empty()));
  }

  /**
   * Reads the newest state in a folder that can be read. A file that is damaged or cannot be read
   * is warned of, and the one before it is taken.
   *
   * @return nothing if there is no checkpoint
   * @throws ModelFormatException if there are some, but none is good, and the newest is damaged;
   *     the message says of each what is wrong. Or if a newer version of this framework has made
   *     one, which is no damage
   * @throws IOException if there are some, but none is good, and the newest cannot be read; the
   *     message says of each why
   */
  public static Optional<TrainingState> newest(Path folder, PluginRegistry registry)
      throws IOException {
    Objects.requireNonNull(folder, "folder");
    Objects.requireNonNull(registry, "registry");
    return newest(folder, registry, Optional.empty());
  }

  /**
   * The same for a run that would go on with an optimizer, which need not be in the registry.
   *
   * @param optimizer that the state has to fit, if it is the one that the file names
   */
  static Optional<TrainingState> newest(
      Path folder, PluginRegistry registry, Optional<Optimizer> optimizer) throws IOException {
    return NewestCheckpoint.in(folder, file -> StateFile.load(file, registry, optimizer))
        .map(TrainingState::new);
  }
}
