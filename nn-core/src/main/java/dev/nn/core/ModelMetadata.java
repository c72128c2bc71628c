package dev.nn.core;

import dev.nn.api.Shape;
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
record ModelMetadata(
    int formatVersion,
    String network,
    Shape input,
    Optional<Targets> targets,
    List<PluginRecord> plugins,
    Optional<TrainingSummary> training) {
  ModelMetadata {
    plugins = List.copyOf(plugins);
  }
}
