package dev.nn.spark.cluster;

import dev.nn.api.NnException;
import dev.nn.core.Model;
import dev.nn.core.ShardTrainer;
import dev.nn.core.dataset.Targets;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.core.training.ShardState;
import dev.nn.spark.round.Progress;
import dev.nn.spark.round.ProgressText;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * A folder, in any file system of Hadoop's, with a folder for each checkpoint: the weights and each
 * slot of the optimizer as a model file, and a text with the rest, which is written last. A
 * checkpoint without a whole text was never finished and does not count.
 */
final class CheckpointFolder {
  private static final String TEXT = "state.txt";
  private static final int KEPT = 2;

  private final Path folder;
  private final FileSystem files;
  private final ShardTrainer trainer;
  private final Targets targets;
  private final String fingerprint;

  /**
   * @param fingerprint what a run must be like to go on from a checkpoint
   */
  CheckpointFolder(
      String folder,
      Configuration hadoop,
      ShardTrainer trainer,
      Targets targets,
      String fingerprint) {
    this.folder = new Path(folder);
    this.trainer = trainer;
    this.targets = targets;
    this.fingerprint = fingerprint;
    try {
      this.files = this.folder.getFileSystem(hadoop);
    } catch (IOException e) {
      throw failed(this.folder, e);
    }
  }

  /** Writes a checkpoint, and deletes old ones. */
  void write(Progress progress) {
    Path into =
        new Path(
            folder,
            String.format(
                Locale.ROOT, "epoch-%06d-round-%06d", progress.epoch(), progress.round()));
    try {
      ShardState state = progress.state();
      for (int i = 0; i < state.floats().length; i++) {
        write(new Path(into, name(i)), only(state.floats()[i], state), progress);
      }
      if (progress.best().isPresent()) {
        write(new Path(into, "best.safetensors"), progress.best().get().state(), progress);
      }
      try (OutputStream out = files.create(new Path(into, TEXT), true)) {
        out.write(ProgressText.write(progress, fingerprint).getBytes(StandardCharsets.UTF_8));
      }
      List<Path> found = checkpoints();
      for (Path old : found.subList(0, Math.max(0, found.size() - KEPT))) {
        files.delete(old, true);
      }
    } catch (IOException e) {
      throw failed(into, e);
    }
  }

  /** The weights, or a slot as if it were weights. */
  private static String name(int index) {
    return index == 0 ? "model.safetensors" : "slot-" + (index - 1) + ".safetensors";
  }

  private static ShardState only(float[] numbers, ShardState like) {
    return new ShardState(new float[][] {numbers}, like.numbers(), like.steps());
  }

  private void write(Path file, ShardState state, Progress progress) throws IOException {
    Model model = trainer.model(state, targets, List.of(), progress.history().size());
    try (OutputStream out = files.create(file, true)) {
      model.save(out);
    }
  }

  /**
   * The newest checkpoint that was finished, if there is one.
   *
   * @throws NnException if it is of another training
   */
  Optional<Progress> newest() {
    try {
      List<Path> found = checkpoints();
      for (int i = found.size() - 1; i >= 0; i--) {
        Optional<Progress> read = read(found.get(i));
        if (read.isPresent()) {
          return read;
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      throw failed(folder, e);
    }
  }

  private Optional<Progress> read(Path checkpoint) throws IOException {
    Path file = new Path(checkpoint, TEXT);
    if (!files.exists(file)) {
      return Optional.empty();
    }
    String text;
    try (InputStream in = files.open(file)) {
      text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    if (!ProgressText.isWhole(text)) {
      return Optional.empty();
    }
    String written = ProgressText.fingerprint(text);
    if (!written.equals(fingerprint)) {
      throw new NnException(
          "the checkpoints in %s are of another training: %s; set checkpointDir to an empty folder, or train with the same params on the same rows"
              .formatted(folder, difference(written)));
    }
    int slots = 0;
    while (files.exists(new Path(checkpoint, name(slots + 1)))) {
      slots++;
    }
    float[][] floats = new float[slots + 1][];
    for (int i = 0; i <= slots; i++) {
      floats[i] = parameters(new Path(checkpoint, name(i)));
    }
    Optional<float[][]> best =
        ProgressText.hasBest(text)
            ? Optional.of(new float[][] {parameters(new Path(checkpoint, "best.safetensors"))})
            : Optional.empty();
    return Optional.of(ProgressText.read(text, floats, best));
  }

  private String difference(String written) {
    List<String> theirs = written.lines().toList();
    List<String> ours = fingerprint.lines().toList();
    for (int i = 0; i < Math.min(theirs.size(), ours.size()); i++) {
      if (!theirs.get(i).equals(ours.get(i))) {
        return "they have \"%s\", this one has \"%s\"".formatted(theirs.get(i), ours.get(i));
      }
    }
    return "one has more settings than the other";
  }

  private float[] parameters(Path file) throws IOException {
    try (InputStream in = files.open(file)) {
      return trainer.start(Model.load(in, PluginRegistry.load())).parameters();
    }
  }

  /** From the oldest to the newest. */
  private List<Path> checkpoints() throws IOException {
    if (!files.exists(folder)) {
      return List.of();
    }
    return Arrays.stream(files.listStatus(folder))
        .filter(FileStatus::isDirectory)
        .map(FileStatus::getPath)
        .filter(path -> path.getName().startsWith("epoch-"))
        .sorted(Comparator.comparing(Path::getName))
        .toList();
  }

  private static UncheckedIOException failed(Path path, IOException e) {
    return new UncheckedIOException(path + ": " + e.getMessage(), e);
  }
}
