package dev.nn.core.internal.saved;

import dev.nn.api.Shape;
import dev.nn.core.dataset.Targets;
import dev.nn.core.plugin.PluginRecord;
import dev.nn.core.training.TrainingSummary;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a model file says besides its tensors.
 *
 * @param formatVersion version of the format
 * @param network the layers as text
 * @param input shape of one example
 * @param targets what is predicted, if known
 * @param features the names of the features; empty if they are not known
 * @param plugins where each plugin came from
 * @param training how the model came to be, if it was trained
 * @param notes texts of others that travel with the model, by key
 */
public record ModelMetadata(
    int formatVersion,
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
}
