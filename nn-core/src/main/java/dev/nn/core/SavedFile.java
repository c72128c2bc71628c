package dev.nn.core;

import dev.nn.api.ModelFormatException;
import dev.nn.api.Shape;
import dev.nn.core.dataset.Targets;
import dev.nn.core.internal.safetensors.TensorEntry;
import dev.nn.core.internal.saved.Inspection;
import dev.nn.core.internal.saved.ModelMetadata;
import dev.nn.core.plugin.PluginRecord;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.core.training.TrainingSummary;
import dev.nn.math.Compression;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a model file or a checkpoint says about itself. No plugin needs to be installed to find that
 * out.
 *
 * <p>The texts are as the file has them, and a file may come from anywhere. To show them on a
 * terminal, make them safe with {@link dev.nn.api.Printable}.
 *
 * @param isCheckpoint whether it is a checkpoint rather than a model
 * @param formatVersion the version of its format
 * @param compression in which form its weights are, if they are not floats
 * @param network the layers as text
 * @param input the shape of one example
 * @param targets what is predicted, if that is known
 * @param plugins where each plugin of the network came from, and each plugin of the training if
 *     there was one
 * @param training how the model came to be, if it was trained
 * @param settings for a checkpoint, the settings that a run must have to go on from it; otherwise
 *     empty
 * @param tensors everything that the file holds, in order
 * @param bytes the size of the file
 * @param sha256 the checksum that the file states, which has been verified
 */
public record SavedFile(
    boolean isCheckpoint,
    int formatVersion,
    Optional<Compression> compression,
    String network,
    Shape input,
    Optional<Targets> targets,
    List<PluginRecord> plugins,
    Optional<TrainingSummary> training,
    String settings,
    List<Entry> tensors,
    long bytes,
    String sha256) {

  /**
   * A tensor in the file.
   *
   * @param name its name, such as {@code 0.dense.kernel}
   * @param type F32 or F64, or for compressed weights BF16 or I8
   * @param shape its dimensions
   * @param bytes the size of its data
   */
  public record Entry(String name, String type, List<Long> shape, long bytes) {
    public Entry {
      shape = List.copyOf(shape);
    }

    static Entry of(TensorEntry tensor) {
      return new Entry(
          tensor.name(), tensor.type().name(), tensor.shape(), tensor.end() - tensor.begin());
    }
  }

  public SavedFile {
    plugins = List.copyOf(plugins);
    tensors = List.copyOf(tensors);
  }

  /**
   * Reads a file to its end, and checks what can be checked without plugins.
   *
   * @throws ModelFormatException if it is damaged or truncated, if it is neither a model nor a
   *     checkpoint, or if it is a checkpoint of a state that no run can have
   */
  public static SavedFile read(Path file) throws IOException {
    Objects.requireNonNull(file, "file");
    return of(Inspection.of(file, Optional.empty()));
  }

  /**
   * Reads a file to its end, and checks it in the way that loading it does: its tensors also have
   * to fit its network and its optimizer. What needs a plugin that is not installed remains
   * unchecked.
   *
   * @throws ModelFormatException if the file could not be loaded whatever plugins were installed
   * @throws dev.nn.api.PluginException if a plugin that is installed refuses its options
   */
  public static SavedFile read(Path file, PluginRegistry registry) throws IOException {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(registry, "registry");
    return of(Inspection.of(file, Optional.of(registry)));
  }

  private static SavedFile of(Inspection found) {
    ModelMetadata metadata = found.metadata();
    return new SavedFile(
        found.isCheckpoint(),
        metadata.formatVersion(),
        metadata.compression(),
        metadata.network(),
        metadata.input(),
        metadata.targets(),
        metadata.plugins(),
        metadata.training(),
        found.settings(),
        found.tensors().stream().map(Entry::of).toList(),
        found.bytes(),
        found.sha256());
  }
}
