package dev.nn.core.internal.saved;

import dev.nn.api.ModelFormatException;
import dev.nn.api.NnException;
import dev.nn.api.Printable;
import dev.nn.api.Spec;
import dev.nn.core.internal.file.DurableFile;
import dev.nn.core.internal.file.DurableFolder;
import dev.nn.core.internal.file.LeftOvers;
import dev.nn.core.plugin.PluginRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files that one run writes its states to, and those that it finds there. */
public final class CheckpointFolder {
  private static final Logger LOG = LoggerFactory.getLogger("dev.nn.core.training.Checkpoints");

  private final Path folder;

  /** Whether each file is good, as far as that is known, so that each is read at most once. */
  private final Map<Path, Boolean> good = new HashMap<>();

  public CheckpointFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Prepares the folder for a run that does not go on from a checkpoint.
   *
   * @throws NnException if the folder has checkpoints of another run, which would be mixed up with
   *     its own
   */
  public void checkUnused() throws IOException {
    if (!CheckpointNames.files(folder).isEmpty()) {
      throw new NnException(
          folder
              + " holds checkpoints of an earlier run: resume it (Trainer.resume, or nn … --resume), or"
              + " choose an empty folder");
    }
  }

  /**
   * Prepares the folder for a run that goes on from a state, which may come from anywhere.
   *
   * @throws NnException if the folder has checkpoints of another run, which this one would delete,
   *     or of which none can be read, so that nobody knows
   */
  public void checkHoldsOnly(RunState state) throws IOException {
    Optional<Inspection> newest = NewestCheckpoint.quietlyIn(folder, Inspection::ofCheckpoint);
    if (newest.isPresent() && !isOfRun(newest.get(), state)) {
      throw new NnException(
          folder
              + " holds checkpoints of another run, with another network, settings or examples, and"
              + " this one would delete them: choose an empty folder");
    }
  }

  /**
   * Writes a state and deletes the files that are not to be kept, and what runs that were killed
   * left half-written. Fails only if the state cannot be written.
   *
   * @param keep how many good files stay
   */
  public void write(RunState state, int keep) throws IOException {
    DurableFolder.create(folder);
    Path written = folder.resolve(CheckpointNames.of(state.steps()));
    DurableFile.write(written, out -> StateFile.write(state, out));
    good.put(written, true);
    LeftOvers.remove(folder, CheckpointNames::isOne);
    try {
      deleteAllBut(keep, written);
    } catch (IOException e) {
      LOG.warn("old checkpoints in {} cannot be deleted: {}", folder, e.toString());
    }
  }

  private void deleteAllBut(int keep, Path written) throws IOException {
    List<Path> newestFirst = CheckpointNames.files(folder);
    if (newestFirst.size() <= keep) {
      return;
    }
    int kept = 0;
    for (Path file : newestFirst) {
      if (kept < keep) {
        kept += good.computeIfAbsent(file, CheckpointFolder::isGood) ? 1 : 0;
      } else if (!file.equals(written)) {
        Files.deleteIfExists(file);
        good.remove(file);
      }
    }
  }

  private static boolean isGood(Path file) {
    try {
      Inspection unused = Inspection.ofCheckpoint(file);
      return true;
    } catch (IOException | NnException e) {
      LOG.warn("{} does not count among the checkpoints that are kept: {}", file, e.toString());
      return false;
    }
  }

  /** Whether a checkpoint may be of the run of a state. */
  private static boolean isOfRun(Inspection checkpoint, RunState state) {
    return checkpoint.metadata().network().equals(state.architecture().spec())
        && checkpoint.metadata().input().equals(state.architecture().input())
        && SettingsText.isOfOneRun(checkpoint.settings(), state.settings());
  }

  /**
   * What the checkpoints of the folder know of plugins that some specs name and that are not
   * installed; empty if there is nothing to say.
   */
  public String adviceOnMissing(List<Spec> specs, PluginRegistry registry) {
    return Printable.lines(
        newest()
            .map(
                found ->
                    MissingPlugins.advice(
                        MissingPlugins.of(found.metadata().plugins(), specs, registry),
                        "checkpoint in " + folder))
            .orElse(""));
  }

  /** The newest checkpoint that can be read. What is wrong with others is not the question here. */
  private Optional<Inspection> newest() {
    try {
      return NewestCheckpoint.quietlyIn(folder, Inspection::ofCheckpoint);
    } catch (IOException | ModelFormatException e) {
      return Optional.empty();
    }
  }
}
