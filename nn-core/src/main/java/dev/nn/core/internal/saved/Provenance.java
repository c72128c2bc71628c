package dev.nn.core.internal.saved;

import dev.nn.core.dataset.Targets;
import dev.nn.core.plugin.PluginRecord;
import dev.nn.core.training.TrainingSummary;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a model besides its network and its weights.
 *
 * @param targets what it predicts
 * @param training how it came to be
 * @param plugins where its plugins and those of its training came from; absent if it has those of
 *     its network only, made in this process
 */
public record Provenance(
    Optional<Targets> targets,
    Optional<TrainingSummary> training,
    Optional<List<PluginRecord>> plugins) {

  /** Nothing is known. */
  public static final Provenance NONE =
      new Provenance(Optional.empty(), Optional.empty(), Optional.empty());

  /** A model that was trained in this process. */
  public static Provenance of(
      Targets targets, TrainingSummary training, List<PluginRecord> plugins) {
    return new Provenance(Optional.of(targets), Optional.of(training), Optional.of(plugins));
  }

  /** A model that comes out of a file, as the file tells. */
  public static Provenance of(ModelMetadata metadata) {
    return new Provenance(metadata.targets(), metadata.training(), Optional.of(metadata.plugins()));
  }
}
