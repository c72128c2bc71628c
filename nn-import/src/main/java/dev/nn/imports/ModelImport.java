package dev.nn.imports;

import dev.nn.api.NnException;
import dev.nn.core.Model;
import dev.nn.core.plugin.PluginRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Reads a model from a file of another tool. Which tool that is, the content of the file tells:
 *
 * <ul>
 *   <li>Keras: {@code .keras} of version 3 and {@code .h5} with a configuration,
 *   <li>PyTorch: a {@code state_dict} of {@code torch.save} or as safetensors,
 *   <li>scikit-learn: weights of an MLP by {@code numpy.savez},
 *   <li>Weka: the text of a {@code MultilayerPerceptron},
 *   <li>Deeplearning4j: the zip of {@code ModelSerializer},
 *   <li>PMML 4: a {@code NeuralNetwork},
 *   <li>Encog: the {@code .eg} of a {@code BasicNetwork}.
 * </ul>
 *
 * <pre>{@code
 * Model keras = ModelImport.read(Path.of("digits.keras"));
 * Model torch = ModelImport.read(Path.of("digits.pt"), "dense(units=32, activation=relu), dense(units=10)");
 * }</pre>
 *
 * <p>Nothing that a file names is loaded or run: no class, no function of Python, no formula. Sizes
 * are compared with the bytes that are there before memory is taken.
 */
public final class ModelImport {
  private ModelImport() {}

  /**
   * Whether the file begins as one of these kinds, or as one whose refusal says what to do instead;
   * ONNX files are of no such kind.
   *
   * @throws IOException if the file cannot be read at all
   */
  public static boolean recognizes(Path file) throws IOException {
    return FileKinds.recognizes(Objects.requireNonNull(file, "file"));
  }

  /**
   * Reads a model that the file describes whole.
   *
   * @throws ImportException if the file cannot be read as a model; the message says why, where, and
   *     what to do. One that holds weights only is refused with the layers that it fits
   * @throws IOException if the file cannot be read at all
   */
  public static Model read(Path file) throws IOException {
    return read(file, "");
  }

  /**
   * Reads weights into layers.
   *
   * @param layers specs of the layers, as {@code Network.of} takes them, where the file holds
   *     weights only. Options that they leave out are those of the tool: {@code
   *     batch_normalization} has the ε of PyTorch in a file of PyTorch. Empty if the file says it
   */
  public static Model read(Path file, String layers) throws IOException {
    return read(file, layers, PluginRegistry.load());
  }

  /** The same with the plugins of the given registry. */
  public static Model read(Path file, String layers, PluginRegistry registry) throws IOException {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(layers, "layers");
    Objects.requireNonNull(registry, "registry");
    try {
      return FileKinds.read(file, layers, registry);
    } catch (NnException e) {
      throw new ImportException(file + ": " + e.getMessage(), e);
    }
  }
}
