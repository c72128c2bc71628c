package dev.nn.core.internal.saved;

import dev.nn.api.Shape;
import dev.nn.core.dataset.Targets;
import dev.nn.core.plugin.PluginRecord;
import dev.nn.core.training.TrainingSummary;
import dev.nn.math.Compression;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a model file says besides its tensors.
 *
 * @param compression in which form the weights are, if they are not floats
 * @param network the layers as text
 * @param input shape of one example
 * @param targets what is predicted, if known
 * @param features the names of the features; empty if they are not known
 * @param plugins where each plugin came from
 * @param training how the model came to be, if it was trained
 * @param notes texts of others that travel with the model, by key
 */
public record ModelMetadata(
    Optional<Compression> compression,
    String network,
    Shape input,
    Optional<Targets> targets,
    List<String> features,
    List<PluginRecord> plugins,
    Optional<TrainingSummary> training,
    SortedMap<String, String> notes) {
  public ModelMetadata {
    features = List.copyOf(features);
    plugins = List.copyOf(plugins);
    notes = Collections.unmodifiableSortedMap(new TreeMap<>(notes));
  }

  /** Version of the format. Older programs do not know compressed weights. */
  public int formatVersion() {
    return compression.isPresent() ? MetadataText.VERSION : MetadataText.PLAIN_VERSION;
  }
}
