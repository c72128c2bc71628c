package dev.nn.core.internal.saved;

import dev.nn.api.ModelFormatException;
import dev.nn.core.internal.safetensors.FormatException;
import dev.nn.core.internal.safetensors.TensorEntry;
import dev.nn.core.internal.safetensors.TensorReader;
import dev.nn.core.plugin.PluginRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a model file or checkpoint says of itself, once it has been read to its end and its checksum
 * holds. Nothing of its contents stays in memory.
 *
 * @param isCheckpoint whether it is a checkpoint rather than a model
 * @param metadata what it says besides its tensors
 * @param settings for a checkpoint, the settings of its run; otherwise empty
 * @param tensors everything that the file holds, in order
 * @param bytes size of the file
 * @param sha256 its checksum
 */
public record Inspection(
    boolean isCheckpoint,
    ModelMetadata metadata,
    String settings,
    List<TensorEntry> tensors,
    long bytes,
    String sha256) {

  public Inspection {
    tensors = List.copyOf(tensors);
  }

  /**
   * Reads a file to its end.
   *
   * @param registry to judge by what is installed too; nothing to leave open what only plugins can
   *     tell
   * @throws ModelFormatException if the file is damaged, truncated, neither model nor checkpoint,
   *     or could not be loaded whatever plugins are installed
   */
  public static Inspection of(Path file, Optional<PluginRegistry> registry) throws IOException {
    return ReadableFile.read(file, (in, size, source) -> of(in, size, source, registry));
  }

  /** The same for a file that is to be a checkpoint: a model is refused as loading refuses it. */
  static Inspection ofCheckpoint(Path file) throws IOException {
    Inspection found = of(file, Optional.empty());
    if (!found.isCheckpoint()) {
      throw new ModelFormatException(file.toString(), Long.BYTES, StateFile.IS_MODEL);
    }
    return found;
  }

  private static Inspection of(
      InputStream in, long size, String source, Optional<PluginRegistry> registry)
      throws IOException {
    try {
      TensorReader reader = TensorReader.open(in, size);
      ModelFile.checkVersion(reader, source);
      Map<String, String> texts = reader.header().metadata();
      boolean isCheckpoint = MetadataText.CHECKPOINT.equals(texts.get("format"));
      ModelMetadata metadata =
          isCheckpoint
              ? StateFile.check(reader, registry, source)
              : ModelFile.check(reader, registry, source);
      return new Inspection(
          isCheckpoint,
          metadata,
          texts.getOrDefault(SavedRun.SETTINGS, ""),
          reader.header().tensors(),
          size,
          texts.getOrDefault("sha256", ""));
    } catch (FormatException e) {
      throw Refusal.of(source, e);
    }
  }
}
