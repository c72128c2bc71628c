package dev.nn.core.internal.saved;

import dev.nn.api.Shape;
import dev.nn.core.dataset.Targets;
import dev.nn.core.plugin.PluginRecord;
import dev.nn.core.training.TrainingSummary;
import java.util.List;
import java.util.Optional;

/**
 * What a model file says besides its tensors.
 *
 * @param formatVersion version of the format
 * @param network the layers as text
 * @param input shape of one example
 * @param targets what is predicted, if known
 * @param plugins where each plugin came from
 * @param training how the model came to be, if it was trained
 */
public record ModelMetadata(
    int formatVersion,
    String network,
    Shape input,
    Optional<Targets> targets,
    List<PluginRecord> plugins,
    Optional<TrainingSummary> training) {
  public ModelMetadata {
    plugins = List.copyOf(plugins);
  }
}
