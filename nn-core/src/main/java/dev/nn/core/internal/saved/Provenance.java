package dev.nn.core.internal.saved;

import dev.nn.core.dataset.Dataset;
import dev.nn.core.dataset.Targets;
import dev.nn.core.plugin.PluginRecord;
import dev.nn.core.training.TrainingSummary;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is known of a model besides its network and its weights.
 *
 * @param targets what it predicts
 * @param features the names of its features; empty if they are not known
 * @param training how it came to be
 * @param plugins where its plugins and those of its training came from; absent if it has those of
 *     its network only, made in this process
 * @param notes texts of others that travel with it, by key
 */
public record Provenance(
    Optional<Targets> targets,
    List<String> features,
    Optional<TrainingSummary> training,
    Optional<List<PluginRecord>> plugins,
    SortedMap<String, String> notes) {

  /** Nothing is known. */
  public static final Provenance NONE =
      new Provenance(
          Optional.empty(), List.of(), Optional.empty(), Optional.empty(), new TreeMap<>());

  public Provenance {
    features = List.copyOf(features);
    notes = Collections.unmodifiableSortedMap(new TreeMap<>(notes));
  }

  /** A model that was trained in this process. */
  public static Provenance of(Dataset train, TrainingSummary training, List<PluginRecord> plugins) {
    return new Provenance(
        Optional.of(train.targets()),
        train.featureNames(),
        Optional.of(training),
        Optional.of(plugins),
        new TreeMap<>());
  }

  /** A model that comes out of a file, as the file tells. */
  public static Provenance of(ModelMetadata metadata) {
    return new Provenance(
        metadata.targets(),
        metadata.features(),
        metadata.training(),
        Optional.of(metadata.plugins()),
        metadata.notes());
  }

  /** The same with a text more. */
  public Provenance withNote(String key, String text) {
    SortedMap<String, String> more = new TreeMap<>(notes);
    more.put(key, text);
    return new Provenance(targets, features, training, plugins, more);
  }
}
