package dev.nn.core.internal.saved;

import dev.nn.api.Shape;
import dev.nn.core.dataset.Targets;
import dev.nn.core.plugin.PluginRecord;
import dev.nn.core.training.TrainingSummary;
import dev.nn.math.Compression;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A model's metadata as texts by key, as the header of a safetensors file holds them. Lists and
 * records are JSON inside their text.
 */
final class MetadataText {
  /** The format of model files. */
  static final String MODEL = "nn-model";

  /** The format of checkpoints. */
  static final String CHECKPOINT = "nn-checkpoint";

  /** The newest version that is known. */
  static final int VERSION = 2;

  /** The version of models that are not compressed, and of checkpoints. */
  static final int PLAIN_VERSION = 1;

  private static final String COMPRESSION = "compression";

  /** The keys of others begin with this, so that they never clash with ours. */
  private static final String NOTE = "note.";

  private MetadataText() {}

  static SortedMap<String, String> write(ModelMetadata metadata) throws IOException {
    SortedMap<String, String> texts = new TreeMap<>();
    texts.put("format", MODEL);
    texts.put("format_version", String.valueOf(metadata.formatVersion()));
    metadata.compression().ifPresent(form -> texts.put(COMPRESSION, form.toString()));
    texts.put("network", metadata.network());
    texts.put("input_shape", metadata.input().dimensions().toString());
    if (metadata.targets().isPresent()) {
      writeTargets(metadata.targets().get(), texts);
    }
    writeFeatures(metadata.features(), texts);
    texts.put("plugins", plugins(metadata.plugins()));
    PluginJarsText.write(metadata.plugins(), texts);
    writeNotes(metadata.notes(), texts);
    if (metadata.training().isPresent()) {
      texts.put("training", training(metadata.training().get()));
    }
    return texts;
  }

  static void writeFeatures(List<String> features, Map<String, String> texts) throws IOException {
    if (!features.isEmpty()) {
      texts.put("features", JsonTexts.row(features));
    }
  }

  static void writeNotes(Map<String, String> notes, Map<String, String> texts) {
    notes.forEach((key, text) -> texts.put(NOTE + key, text));
  }

  static void writeTargets(Targets targets, Map<String, String> texts) throws IOException {
    if (targets instanceof Targets.Classes classes) {
      texts.put("targets", "classes");
      texts.put("labels", JsonTexts.row(classes.labels()));
    } else if (targets instanceof Targets.Binary binary) {
      texts.put("targets", "binary");
      if (!binary.equals(new Targets.Binary())) {
        texts.put("labels", JsonTexts.row(List.of(binary.no(), binary.yes())));
      }
    } else if (targets instanceof Targets.MultiLabel several) {
      texts.put("targets", "multi_label");
      texts.put("labels", JsonTexts.row(several.labels()));
    } else if (targets instanceof Targets.Real real) {
      texts.put("targets", "real " + real.columns());
      if (!real.names().isEmpty()) {
        texts.put("outputs", JsonTexts.row(real.names()));
      }
    }
  }

  private static String plugins(List<PluginRecord> plugins) throws IOException {
    return JsonTexts.rows(
        plugins.stream()
            .map(plugin -> List.of(plugin.kind(), plugin.name(), plugin.artifact()))
            .toList());
  }

  private static String training(TrainingSummary training) throws IOException {
    return JsonTexts.row(
        List.of(
            String.valueOf(training.seed()),
            String.valueOf(training.epochs()),
            String.valueOf(training.steps()),
            training.loss(),
            training.optimizer()));
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IllegalArgumentException if a text is missing or malformed; the message says which
   */
  static ModelMetadata read(Map<String, String> texts, String format) {
    if (!format.equals(texts.get("format"))) {
      throw new IllegalArgumentException(
          "the file's format is %s, not %s".formatted(texts.get("format"), format));
    }
    long version = count("format_version", text(texts, "format_version"), VERSION);
    return new ModelMetadata(
        version > PLAIN_VERSION ? Optional.of(compression(texts)) : Optional.empty(),
        text(texts, "network"),
        shape(text(texts, "input_shape")),
        targets(texts),
        features(texts),
        PluginJarsText.read(readPlugins(text(texts, "plugins")), texts),
        Optional.ofNullable(texts.get("training")).map(MetadataText::readTraining),
        notes(texts));
  }

  private static Compression compression(Map<String, String> texts) {
    String text = text(texts, COMPRESSION);
    for (Compression form : Compression.values()) {
      if (form.toString().equals(text)) {
        return form;
      }
    }
    throw new IllegalArgumentException("unknown \"compression\" in the metadata: " + text);
  }

  static List<String> features(Map<String, String> texts) {
    String features = texts.get("features");
    return features == null ? List.of() : JsonTexts.readRow("features", features);
  }

  static SortedMap<String, String> notes(Map<String, String> texts) {
    SortedMap<String, String> notes = new TreeMap<>();
    for (Map.Entry<String, String> text : texts.entrySet()) {
      if (text.getKey().startsWith(NOTE)) {
        notes.put(text.getKey().substring(NOTE.length()), text.getValue());
      }
    }
    return notes;
  }

  private static String text(Map<String, String> texts, String key) {
    String text = texts.get(key);
    if (text == null) {
      throw new IllegalArgumentException("the metadata has no \"" + key + "\"");
    }
    return text;
  }

  private static long count(String key, String text, long most) {
    long count = whole(key, text);
    if (count < 0 || count > most) {
      throw new IllegalArgumentException("\"" + key + "\" in the metadata is no count: " + text);
    }
    return count;
  }

  private static long whole(String key, String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "\"" + key + "\" in the metadata is not a whole number: " + text, e);
    }
  }

  private static Shape shape(String text) {
    if (!text.matches("\\[\\d{1,9}(, \\d{1,9}){0,15}]")) {
      throw new IllegalArgumentException("\"input_shape\" in the metadata is not a shape: " + text);
    }
    List<Integer> dimensions = new ArrayList<>();
    for (String dimension : text.substring(1, text.length() - 1).split(", ", -1)) {
      dimensions.add(Integer.parseInt(dimension));
    }
    return new Shape(dimensions);
  }

  static Optional<Targets> targets(Map<String, String> texts) {
    String kind = texts.get("targets");
    if (kind == null) {
      return Optional.empty();
    }
    if (kind.equals("classes")) {
      return Optional.of(new Targets.Classes(JsonTexts.readRow("labels", text(texts, "labels"))));
    }
    if (kind.equals("multi_label")) {
      return Optional.of(
          new Targets.MultiLabel(JsonTexts.readRow("labels", text(texts, "labels"))));
    }
    if (kind.equals("binary")) {
      return Optional.of(binary(texts.get("labels")));
    }
    if (kind.startsWith("real ")) {
      int columns = (int) count("targets", kind.substring(5), Integer.MAX_VALUE);
      String names = texts.get("outputs");
      return Optional.of(
          new Targets.Real(
              columns, names == null ? List.of() : JsonTexts.readRow("outputs", names)));
    }
    throw new IllegalArgumentException("unknown \"targets\" in the metadata: " + kind);
  }

  /** Older files, and those whose targets were numbers, have no words for no and yes. */
  private static Targets.Binary binary(@Nullable String labels) {
    if (labels == null) {
      return new Targets.Binary();
    }
    List<String> words = JsonTexts.readRow("labels", labels);
    if (words.size() != 2) {
      throw new IllegalArgumentException(
          "\"labels\" in the metadata of yes-or-no targets has not two texts: " + words);
    }
    return new Targets.Binary(words.get(0), words.get(1));
  }

  private static List<PluginRecord> readPlugins(String text) {
    List<PluginRecord> plugins = new ArrayList<>();
    for (List<String> row : JsonTexts.readRows("plugins", text)) {
      if (row.size() != 3) {
        throw new IllegalArgumentException("a plugin in the metadata has not three texts: " + row);
      }
      plugins.add(new PluginRecord(row.get(0), row.get(1), row.get(2)));
    }
    return plugins;
  }

  private static TrainingSummary readTraining(String text) {
    List<String> row = JsonTexts.readRow("training", text);
    if (row.size() != 5) {
      throw new IllegalArgumentException("\"training\" in the metadata has not five texts: " + row);
    }
    return new TrainingSummary(
        whole("training", row.get(0)),
        (int) count("training", row.get(1), Integer.MAX_VALUE),
        count("training", row.get(2), Long.MAX_VALUE),
        row.get(3),
        row.get(4));
  }
}
