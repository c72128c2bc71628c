package dev.nn.core.internal.saved;

import dev.nn.core.dataset.Targets;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the file of a data set says besides its numbers.
 *
 * @param targets what the targets are
 * @param features the names of the features; empty if they are not known
 * @param notes texts of others that travel with the data, by key
 */
public record DatasetMetadata(Targets targets, List<String> features, Map<String, String> notes) {
  private static final String FORMAT = "nn-dataset";
  private static final int VERSION = 1;

  public DatasetMetadata {
    features = List.copyOf(features);
    notes = Map.copyOf(notes);
  }

  /** The texts by key. */
  public SortedMap<String, String> texts() throws IOException {
    SortedMap<String, String> texts = new TreeMap<>();
    texts.put("format", FORMAT);
    texts.put("format_version", String.valueOf(VERSION));
    MetadataText.writeTargets(targets, texts);
    MetadataText.writeFeatures(features, texts);
    MetadataText.writeNotes(notes, texts);
    return texts;
  }

  /**
   * Reads what {@link #texts} wrote.
   *
   * @throws IllegalArgumentException if it is anything else; the message says what
   */
  public static DatasetMetadata of(Map<String, String> texts) {
    if (!FORMAT.equals(texts.get("format"))) {
      throw new IllegalArgumentException(
          "this is no data set of \"nn convert\": the format in its metadata is "
              + texts.getOrDefault("format", "not there"));
    }
    if (!String.valueOf(VERSION).equals(texts.get("format_version"))) {
      throw new IllegalArgumentException(
          "a data set of version %s; this framework reads version %s"
              .formatted(texts.get("format_version"), VERSION));
    }
    Targets targets =
        MetadataText.targets(texts)
            .orElseThrow(() -> new IllegalArgumentException("the metadata has no \"targets\""));
    return new DatasetMetadata(targets, MetadataText.features(texts), MetadataText.notes(texts));
  }
}
