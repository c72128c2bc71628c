package dev.nn.imports;

import dev.nn.core.Model;
import dev.nn.core.internal.file.DurableFile;
import dev.nn.imports.read.Refusal;
import dev.nn.imports.write.KerasWeights;
import dev.nn.imports.write.NpzWeights;
import dev.nn.imports.write.TorchWeights;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Writes the weights of a model for another tool, which has to build the same layers itself.
 *
 * <pre>{@code
 * WeightExport.torch(model, Path.of("digits.pt"));   // net.load_state_dict(torch.load("digits.pt"))
 * WeightExport.keras(model, Path.of("digits.weights.h5")); // model.load_weights(…)
 * WeightExport.npz(model, Path.of("digits.npz"));    // coef_0, intercept_0, … as scikit-learn has them
 * }</pre>
 *
 * <p>Files are written beside their place and then renamed, so that a failure leaves an old file as
 * it was.
 */
public final class WeightExport {
  private WeightExport() {}

  /**
   * Writes a {@code state_dict} for an {@code nn.Sequential} in which activations and dropout are
   * modules of their own: a dense layer with an activation counts twice in its numbers.
   *
   * @throws ImportException if a layer has no module of PyTorch that it fits
   */
  public static void torch(Model model, Path file) throws IOException {
    write(file, named(file, () -> TorchWeights.of(model)));
  }

  /**
   * Writes a file that {@code load_weights} of a Keras model of the same layers reads; its name
   * must end in {@code .weights.h5} there.
   *
   * @throws ImportException if a layer has none of Keras that it fits
   */
  public static void keras(Model model, Path file) throws IOException {
    write(file, named(file, () -> KerasWeights.of(model)));
  }

  /**
   * Writes arrays of NumPy that are named as {@code coefs_} and {@code intercepts_} of scikit-learn
   * are: {@code coef_0}, {@code intercept_0} and so on.
   *
   * @throws ImportException if the network has other layers than dense ones and activations
   */
  public static void npz(Model model, Path file) throws IOException {
    write(file, named(file, () -> NpzWeights.of(model)));
  }

  private interface Making {
    byte[] bytes() throws IOException;
  }

  private static byte[] named(Path file, Making making) throws IOException {
    Objects.requireNonNull(file, "file");
    try {
      return making.bytes();
    } catch (Refusal e) {
      throw new ImportException(file + " was not written: " + e.getMessage(), e);
    }
  }

  private static void write(Path file, byte[] bytes) throws IOException {
    DurableFile.write(file, out -> out.write(bytes));
  }
}
