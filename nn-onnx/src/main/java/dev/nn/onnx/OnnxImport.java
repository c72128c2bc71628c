package dev.nn.onnx;

import dev.nn.core.Model;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.onnx.read.ExternalData;
import dev.nn.onnx.read.ModelReader;
import dev.nn.onnx.read.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Reads a model from a file of the ONNX format, of opsets 7 to 26, as a network of our layers.
 *
 * <pre>{@code
 * Model model = OnnxImport.read(Path.of("torch.onnx"));
 * model.save(Path.of("torch.safetensors"));
 * }</pre>
 *
 * <p>A graph must be layers that can be followed from its one input to its one output: Gemm, or
 * MatMul and Add, as a dense layer; the activations as operators or as what exporters compose them
 * of; BatchNormalization, LayerNormalization, Dropout, PRelu, Flatten and Reshape; Gather as an
 * embedding; constants that features are scaled by as {@code normalization}. A value that goes
 * several ways to one Add, Mul or Concat begins branches: {@code residual} where one of two
 * summands is the value itself, and {@code parallel} elsewhere. Weights may lie in files beside the
 * model, within its folder. Everything else is refused, with the name of the node, its operator and
 * its place. Nothing that a file names is loaded or run, and its sizes are compared with the bytes
 * that are there before memory is allocated.
 */
public final class OnnxImport {
  private static final long MOST_BYTES = Integer.MAX_VALUE - 8;

  private OnnxImport() {}

  /**
   * Reads a model with the plugins that {@link PluginRegistry#load()} finds.
   *
   * @throws OnnxException if the file cannot be read as a model; the message says why and where
   * @throws IOException if the file cannot be read at all
   */
  public static Model read(Path file) throws IOException {
    return read(file, PluginRegistry.load());
  }

  /** Reads a model with the plugins of the given registry. */
  public static Model read(Path file, PluginRegistry registry) throws IOException {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(registry, "registry");
    long size = Files.size(file);
    if (size > MOST_BYTES) {
      throw new OnnxException(
          "%s has %s bytes, but one ONNX file holds at most %s".formatted(file, size, MOST_BYTES));
    }
    return read(Files.readAllBytes(file), ExternalData.beside(file), file.toString(), registry);
  }

  /** Reads a model from the bytes of a file, which must hold all of its weights. */
  public static Model read(byte[] bytes, PluginRegistry registry) {
    Objects.requireNonNull(bytes, "bytes");
    return read(bytes, ExternalData.none(), "model", Objects.requireNonNull(registry, "registry"));
  }

  private static Model read(
      byte[] bytes, ExternalData external, String source, PluginRegistry registry) {
    try {
      return ModelReader.read(bytes, external, registry);
    } catch (Refusal e) {
      throw new OnnxException(source + ": " + e.getMessage(), e);
    }
  }
}
