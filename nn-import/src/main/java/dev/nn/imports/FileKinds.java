package dev.nn.imports;

import dev.nn.core.Model;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.imports.keras.KerasArchive;
import dev.nn.imports.keras.KerasHdf5;
import dev.nn.imports.numpy.ScikitLearn;
import dev.nn.imports.other.Deeplearning4j;
import dev.nn.imports.other.Encog;
import dev.nn.imports.other.Pmml;
import dev.nn.imports.other.Weka;
import dev.nn.imports.read.Refusal;
import dev.nn.imports.read.WeightsOnly;
import dev.nn.imports.read.Zip;
import dev.nn.imports.torch.Safetensors;
import dev.nn.imports.torch.StateDict;
import dev.nn.imports.torch.TorchZip;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds out which tool a file is of, by how it begins, and has it read. */
final class FileKinds {
  private static final int BEGINNING = 4096;
  private static final long MOST_BYTES = Integer.MAX_VALUE - 8;

  private FileKinds() {}

  private enum Kind {
    ZIP,
    HDF5,
    SAFETENSORS,
    PICKLE,
    XML,
    ENCOG,
    WEKA,
    OTHER
  }

  static boolean recognizes(Path file) throws IOException {
    return kind(beginning(file)) != Kind.OTHER;
  }

  private static byte[] beginning(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(BEGINNING);
    }
  }

  private static Kind kind(byte[] bytes) {
    String start = new String(bytes, StandardCharsets.ISO_8859_1);
    if (start.startsWith("PK\3\4") || start.startsWith("PK\5\6")) {
      return Kind.ZIP;
    }
    if (start.startsWith("\u0089HDF\r\n\u001a\n")) {
      return Kind.HDF5;
    }
    if (start.length() > 8 && start.charAt(8) == '{' && start.startsWith("\0\0\0", 5)) {
      return Kind.SAFETENSORS;
    }
    if (start.matches("(?s)\u0080[\1-\5].*")) {
      return Kind.PICKLE;
    }
    if (start.startsWith("encog,")) {
      return Kind.ENCOG;
    }
    if (start.matches("(?s).*(Sigmoid|Linear) Node 0\\R.*")) {
      return Kind.WEKA;
    }
    return start.stripLeading().startsWith("<") || start.startsWith("\u00ef\u00bb\u00bf<")
        ? Kind.XML
        : Kind.OTHER;
  }

  static Model read(Path file, String layers, PluginRegistry registry) throws IOException {
    long size = Files.size(file);
    if (size > MOST_BYTES) {
      throw new Refusal("it has %s bytes; at most %s are read".formatted(size, MOST_BYTES));
    }
    Kind kind = kind(beginning(file));
    boolean takesLayers = kind == Kind.ZIP || kind == Kind.SAFETENSORS;
    if (!takesLayers) {
      refuseLayers(layers);
    }
    return switch (kind) {
      case ZIP -> ofZip(file, layers, registry);
      case SAFETENSORS -> ofSafetensors(Files.readAllBytes(file), layers, registry);
      case HDF5 -> KerasHdf5.read(Files.readAllBytes(file), registry);
      case XML -> Pmml.read(Files.readAllBytes(file), registry);
      case ENCOG -> Encog.read(Files.readString(file, StandardCharsets.ISO_8859_1), registry);
      case WEKA -> Weka.read(Files.readString(file, StandardCharsets.ISO_8859_1), registry);
      case PICKLE ->
          throw new Refusal(
              "it is a pickled object of Python, which would have to be run to be read; of scikit-learn, save the weights with numpy.savez (docs/import.md has the lines), of an old PyTorch, save it again with version 1.6 or newer");
      case OTHER ->
          throw new Refusal(
              size == 0
                  ? "it is empty"
                  : "it is of no kind that is read: Keras (.keras, .h5), PyTorch (.pt, .safetensors), scikit-learn (.npz), Weka (text), Deeplearning4j (.zip), PMML, Encog (.eg)");
    };
  }

  private static void refuseLayers(String layers) {
    if (!layers.isBlank()) {
      throw new Refusal("its layers are in the file; leave --layers out");
    }
  }

  private static Model ofZip(Path file, String layers, PluginRegistry registry) throws IOException {
    try (Zip zip = Zip.open(file)) {
      if (TorchZip.isOne(zip)) {
        return new WeightsOnly(registry, "torch", StateDict.groups(TorchZip.read(zip))).in(layers);
      }
      if (ScikitLearn.isOne(zip)) {
        return ScikitLearn.read(zip, layers, registry);
      }
      refuseLayers(layers);
      if (KerasArchive.isOne(zip)) {
        return KerasArchive.read(zip, registry);
      }
      if (Deeplearning4j.isOne(zip)) {
        return Deeplearning4j.read(zip, registry);
      }
      throw new Refusal(
          "a zip file with %s, which is none of Keras, PyTorch, NumPy or Deeplearning4j"
              .formatted(zip.names().stream().limit(5).toList()));
    }
  }

  private static Model ofSafetensors(byte[] bytes, String layers, PluginRegistry registry) {
    if (!Safetensors.isOne(bytes)) {
      throw new Refusal("a safetensors file whose header is damaged");
    }
    return new WeightsOnly(registry, "torch", StateDict.groups(Safetensors.read(bytes))).in(layers);
  }
}
