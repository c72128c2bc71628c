package dev.nn.examples;

import dev.nn.core.Model;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Saves what a training has given: where it was asked for or, if that fails, elsewhere. */
final class ModelKeeper {
  private ModelKeeper() {}

  /**
   * Writes the model to a file.
   *
   * @param elsewhere a folder for the model where the file cannot be written
   * @throws IOException if the file cannot be written; the message says where the model is instead
   */
  static void save(Model model, Path file, Path elsewhere) throws IOException {
    try {
      model.save(file);
    } catch (IOException e) {
      throw new IOException(Failures.message(e) + "; " + keep(model, elsewhere, e), e);
    }
  }

  private static String keep(Model model, Path folder, IOException problem) {
    try {
      Path kept = Files.createTempFile(folder, "nn-", ".safetensors");
      model.save(kept);
      return "the model is in " + kept + " instead: move it to where it is safe";
    } catch (IOException e) {
      problem.addSuppressed(e);
      return "the model is lost, since it cannot be kept in "
          + folder
          + " either: "
          + Failures.message(e);
    }
  }
}
