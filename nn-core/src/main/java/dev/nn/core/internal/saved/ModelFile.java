package dev.nn.core.internal.saved;

import dev.nn.api.ModelFormatException;
import dev.nn.api.NnException;
import dev.nn.api.PluginException;
import dev.nn.core.internal.architecture.Architecture;
import dev.nn.core.internal.architecture.CompressedParameters;
import dev.nn.core.internal.architecture.ParameterSlot;
import dev.nn.core.internal.safetensors.FormatException;
import dev.nn.core.internal.safetensors.StatedVersion;
import dev.nn.core.internal.safetensors.Tensor;
import dev.nn.core.internal.safetensors.TensorEntry;
import dev.nn.core.internal.safetensors.TensorReader;
import dev.nn.core.internal.safetensors.TensorType;
import dev.nn.core.internal.safetensors.TensorWriter;
import dev.nn.core.plugin.PluginRecord;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.core.plugin.RoundTrip;
import dev.nn.math.Compression;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Models as safetensors files: one tensor for each parameter, and the network as text in the
 * metadata.
 */
public final class ModelFile {
  private static final long METADATA_OFFSET = Long.BYTES;

  private ModelFile() {}

  /**
   * Writes a model.
   *
   * @param compressed the parameters once more, if they have been rounded to what a compressed form
   *     can hold
   * @throws NnException if its network is so large that no file with it could be read again, or if
   *     a plugin in it would come back from the file as another
   */
  public static void write(
      Architecture architecture,
      float[] parameters,
      @Nullable CompressedParameters compressed,
      Provenance provenance,
      OutputStream out)
      throws IOException {
    SavedNetwork.checkReadable(architecture);
    Optional<Compression> compression =
        Optional.ofNullable(compressed).map(CompressedParameters::compression);
    TensorWriter.write(
        out,
        MetadataText.write(metadata(architecture, compression, provenance)),
        compressed == null
            ? parameters(architecture, parameters)
            : CompressedTensors.of(architecture, compressed));
  }

  /**
   * What a file says of a network.
   *
   * @throws NnException if its plugins would not come back from the file as they are
   */
  static ModelMetadata metadata(
      Architecture architecture, Optional<Compression> compression, Provenance provenance) {
    RoundTrip.check(architecture.layers());
    return new ModelMetadata(
        compression,
        architecture.spec(),
        architecture.input(),
        provenance.targets(),
        provenance.features(),
        provenance.plugins().orElseGet(() -> PluginRecord.of(architecture.layers())),
        provenance.training(),
        provenance.notes());
  }

  /** The tensors of a flat array of parameters. */
  static List<Tensor> parameters(Architecture architecture, float[] flat) {
    return architecture.parameters().stream().map(slot -> tensor(slot, flat)).toList();
  }

  static Tensor tensor(ParameterSlot slot, float[] flat) {
    return Tensor.of(slot.name(), shape(slot), flat, slot.offset(), slot.size());
  }

  static List<Long> shape(ParameterSlot slot) {
    List<Long> dimensions = new ArrayList<>();
    for (int dimension : slot.parameter().shape().dimensions()) {
      dimensions.add((long) dimension);
    }
    return dimensions;
  }

  /**
   * Reads a model.
   *
   * @param size bytes of the whole file
   * @param source the file's path, for messages
   */
  public static SavedModel read(InputStream in, long size, String source, PluginRegistry registry)
      throws IOException {
    return model(contents(in, size, source), registry);
  }

  /** Reads a model that is all of a stream. */
  public static SavedModel read(InputStream in, String source, PluginRegistry registry)
      throws IOException {
    try {
      return model(contents(TensorReader.open(in), source), registry);
    } catch (FormatException e) {
      throw Refusal.of(source, e);
    }
  }

  /** Reads what needs no plugins. */
  public static ModelContents contents(InputStream in, long size, String source)
      throws IOException {
    try {
      return contents(TensorReader.open(in, size), source);
    } catch (FormatException e) {
      throw Refusal.of(source, e);
    }
  }

  private static ModelContents contents(TensorReader reader, String source)
      throws IOException, FormatException {
    if (MetadataText.CHECKPOINT.equals(reader.header().metadata().get("format"))) {
      throw new ModelFormatException(
          source,
          METADATA_OFFSET,
          "this is a checkpoint, not a model; TrainingState.load(…).model() takes the model out of it");
    }
    checkVersion(reader, source);
    // Damage is told apart from missing plugins by looking at the checksum before anything is
    // made of the contents.
    List<TensorEntry> tensors = reader.header().tensors();
    boolean isPlain = StatedVersion.of(reader.header().metadata()) <= MetadataText.PLAIN_VERSION;
    float[] numbers = isPlain ? reader.readFloats(tensors.size()) : reader.readAsFloats();
    reader.verify();
    ModelMetadata metadata = metadata(reader, MetadataText.MODEL, source);
    return new ModelContents(metadata, tensors, numbers, source);
  }

  /** Makes the model of what was read. */
  public static SavedModel model(ModelContents contents, PluginRegistry registry) {
    ModelMetadata metadata = contents.metadata;
    String source = contents.source;
    Architecture architecture = SavedNetwork.of(metadata, registry, source);
    checkTensors(contents.tensors, architecture, metadata.compression(), source);
    OtherVersions.warn(source, metadata.plugins(), architecture.layers());
    Provenance provenance = Provenance.of(metadata);
    if (metadata.compression().isEmpty()) {
      return new SavedModel(architecture, architecture.flat(contents.numbers), null, provenance);
    }
    CompressedParameters compressed =
        CompressedTensors.read(
            architecture, metadata.compression().get(), contents.numbers, source);
    return new SavedModel(architecture, compressed.flat(), compressed, provenance);
  }

  /**
   * Checks a model as {@link #read} does, but keeps nothing of it in memory.
   *
   * @param reader a reader of which no tensor has been read yet
   * @param registry the installed plugins, or nothing to leave open what only plugins can tell
   */
  static ModelMetadata check(TensorReader reader, Optional<PluginRegistry> registry, String source)
      throws IOException, FormatException {
    reader.readRest();
    reader.verify();
    ModelMetadata metadata = metadata(reader, MetadataText.MODEL, source);
    if (registry.isPresent()) {
      checkTensors(reader.header().tensors(), metadata, registry.get(), source);
    }
    return metadata;
  }

  /** The same before the network is made, and nothing if its plugins are not installed. */
  static void checkTensors(
      List<TensorEntry> tensors, ModelMetadata metadata, PluginRegistry registry, String source) {
    try {
      checkTensors(
          tensors, SavedNetwork.of(metadata, registry, source), metadata.compression(), source);
    } catch (PluginException e) {
      if (!SavedNetwork.isOfMissingPlugin(e)) {
        throw e;
      }
    }
  }

  /**
   * Refuses a file of a newer format before anything else is expected of it, once its checksum has
   * shown that it is not damage that makes it look like one.
   */
  static void checkVersion(TensorReader reader, String source) throws IOException, FormatException {
    long version = StatedVersion.of(reader.header().metadata());
    int newest =
        MetadataText.CHECKPOINT.equals(reader.header().metadata().get("format"))
            ? MetadataText.PLAIN_VERSION
            : MetadataText.VERSION;
    if (version > newest) {
      reader.readRest();
      reader.verify();
      throw new NewerFormatException(source, METADATA_OFFSET, version, newest);
    }
  }

  static ModelMetadata metadata(TensorReader reader, String format, String source) {
    try {
      return MetadataText.read(reader.header().metadata(), format);
    } catch (IllegalArgumentException | NnException e) {
      throw new ModelFormatException(source, METADATA_OFFSET, String.valueOf(e.getMessage()), e);
    }
  }

  /** The tensors are the network's parameters, in order. */
  static void checkTensors(List<TensorEntry> tensors, Architecture architecture, String source) {
    checkTensors(tensors, architecture, Optional.empty(), source);
  }

  private static void checkTensors(
      List<TensorEntry> tensors,
      Architecture architecture,
      Optional<Compression> compression,
      String source) {
    List<String> wanted =
        compression.isPresent()
            ? CompressedTensors.expected(architecture, compression.get())
            : expected(architecture);
    for (int i = 0; i < Math.max(wanted.size(), tensors.size()); i++) {
      String found = i < tensors.size() ? describe(tensors.get(i)) : "missing";
      String expected = i < wanted.size() ? wanted.get(i) : "none";
      if (!found.equals(expected)) {
        throw new ModelFormatException(
            source,
            METADATA_OFFSET,
            "tensor %s is %s, but for its network it must be %s".formatted(i, found, expected));
      }
    }
  }

  private static List<String> expected(Architecture architecture) {
    List<String> expected = new ArrayList<>();
    for (ParameterSlot slot : architecture.parameters()) {
      expected.add(describe(slot));
    }
    return expected;
  }

  private static String describe(TensorEntry tensor) {
    return describe(tensor.name(), tensor.type(), tensor.shape());
  }

  private static String describe(ParameterSlot slot) {
    return describe(slot.name(), TensorType.F32, shape(slot));
  }

  static String describe(String name, TensorType type, List<Long> shape) {
    return name + " " + type + " " + shape;
  }
}
