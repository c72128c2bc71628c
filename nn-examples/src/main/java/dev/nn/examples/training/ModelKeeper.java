package dev.nn.examples.training;

import dev.nn.core.Model;
import dev.nn.examples.terminal.Failures;
import java.io.IOException;
import java.nio.file.Path;

/** Saves a trained model where the user asked for it or, if that fails, somewhere else. */
final class ModelKeeper {
  private static final int HASH_DIGITS = 16;

  private ModelKeeper() {}

  /**
   * Writes the model to a file.
   *
   * @param elsewhere the folder for the model if the file cannot be written
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
    // Named by what is in it, so that nothing else is replaced.
    String name = "nn-" + model.weightsSha256().substring(0, HASH_DIGITS) + ".safetensors";
    Path kept = folder.resolve(name);
    try {
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
