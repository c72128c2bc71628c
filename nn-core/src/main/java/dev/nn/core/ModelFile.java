package dev.nn.core;

import dev.nn.api.Kind;
import dev.nn.api.NnException;
import dev.nn.api.PluginException;
import dev.nn.api.ShapeException;
import dev.nn.api.SpecException;
import dev.nn.core.engine.ParameterSlot;
import dev.nn.core.file.FormatException;
import dev.nn.core.file.Tensor;
import dev.nn.core.file.TensorEntry;
import dev.nn.core.file.TensorReader;
import dev.nn.core.file.TensorType;
import dev.nn.core.file.TensorWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Models as safetensors files: one tensor for each parameter, and the network as text in the
 * metadata.
 */
final class ModelFile {
  private static final long METADATA_OFFSET = Long.BYTES;

  private ModelFile() {}

  static void write(Model model, OutputStream out) throws IOException {
    TensorWriter.write(
        out,
        MetadataText.write(metadata(model.network(), model.provenance())),
        parameters(model.network(), model.sharedParameters()));
  }

  static ModelMetadata metadata(Network network, Provenance provenance) {
    return new ModelMetadata(
        MetadataText.VERSION,
        network.spec(),
        network.inputShape(),
        provenance.targets(),
        provenance.plugins().orElseGet(() -> PluginRecord.of(network)),
        provenance.training());
  }

  /** The tensors of a flat array of parameters. */
  static List<Tensor> parameters(Network network, float[] flat) {
    List<Tensor> tensors = new ArrayList<>();
    for (ParameterSlot slot : network.architecture().parameters()) {
      tensors.add(Tensor.of(slot.name(), shape(slot), flat, slot.offset(), slot.size()));
    }
    return tensors;
  }

  private static List<Long> shape(ParameterSlot slot) {
    return slot.parameter().shape().dimensions().stream().map(Integer::longValue).toList();
  }

  /**
   * Reads a model.
   *
   * @param size bytes of the whole file
   * @param source the file's path, for messages
   */
  static Model read(InputStream in, long size, String source, PluginRegistry registry)
      throws IOException {
    try {
      TensorReader reader = TensorReader.open(in, size);
      if (StateFile.FORMAT.equals(reader.header().metadata().get("format"))) {
        throw new ModelFormatException(
            source,
            METADATA_OFFSET,
            "this is a checkpoint, not a model; TrainingState.load(…).model() takes the model out of it");
      }
      // Damage is told apart from missing plugins by looking at the checksum before anything is
      // made of the contents.
      float[] parameters = reader.readAllFloats();
      reader.verify();
      ModelMetadata metadata = metadata(reader, MetadataText.FORMAT, source);
      Network network = network(metadata, registry, source);
      checkTensors(reader.header().tensors(), network, source);
      return new Model(
          network,
          network.architecture().flat(parameters),
          new Provenance(metadata.targets(), metadata.training(), Optional.of(metadata.plugins())));
    } catch (FormatException e) {
      throw ModelFormatException.of(source, e);
    }
  }

  static ModelMetadata metadata(TensorReader reader, String format, String source) {
    try {
      return MetadataText.read(reader.header().metadata(), format);
    } catch (IllegalArgumentException | NnException e) {
      throw new ModelFormatException(source, METADATA_OFFSET, String.valueOf(e.getMessage()), e);
    }
  }

  /** Makes the network; what only training needs may be missing. */
  static Network network(ModelMetadata metadata, PluginRegistry registry, String source) {
    try {
      return Network.of(registry.lenient(Kind.INITIALIZER), metadata.input(), metadata.network());
    } catch (SpecException e) {
      throw new PluginException(
          "%s: the network cannot be made: %s%s"
              .formatted(source, e.getMessage(), missing(metadata, registry)),
          e);
    } catch (ShapeException e) {
      throw new ModelFormatException(
          source, METADATA_OFFSET, "the network does not fit together: " + e.getMessage(), e);
    }
  }

  /** For each plugin that is not installed, what the file knows about it. */
  private static String missing(ModelMetadata metadata, PluginRegistry registry) {
    StringBuilder text = new StringBuilder();
    for (PluginRecord plugin : metadata.plugins()) {
      for (Kind kind : Kind.values()) {
        if (kind.toString().equals(plugin.kind())
            && kind != Kind.INITIALIZER
            && !registry.names(kind).contains(plugin.name())) {
          text.append(
              "\nThe %s \"%s\" came from %s when the model was saved: add that to the class path or module path."
                  .formatted(plugin.kind(), plugin.name(), plugin.artifact()));
        }
      }
    }
    return text.toString();
  }

  /** The tensors are the network's parameters, in order. */
  static void checkTensors(List<TensorEntry> tensors, Network network, String source) {
    List<ParameterSlot> slots = network.architecture().parameters();
    for (int i = 0; i < Math.max(slots.size(), tensors.size()); i++) {
      String found = i < tensors.size() ? describe(tensors.get(i)) : "missing";
      String expected = i < slots.size() ? describe(slots.get(i)) : "none";
      if (!found.equals(expected)) {
        throw new ModelFormatException(
            source,
            METADATA_OFFSET,
            "tensor %d is %s, but for its network it must be %s".formatted(i, found, expected));
      }
    }
  }

  private static String describe(TensorEntry tensor) {
    return tensor.name() + " " + tensor.type() + " " + tensor.shape();
  }

  private static String describe(ParameterSlot slot) {
    return slot.name() + " " + TensorType.F32 + " " + shape(slot);
  }
}
