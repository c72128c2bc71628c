package dev.nn.examples.training;

import dev.nn.api.ModelFormatException;
import dev.nn.core.SavedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Checks before a training whether the model can be saved at the end. */
final class SaveTarget {
  private SaveTarget() {}

  /**
   * Returns what is wrong with a path and what to do about it, or nothing if a model can be saved
   * there.
   */
  static Optional<String> problem(Path target) {
    boolean exists = Files.exists(target);
    if (!exists && Files.isSymbolicLink(target)) {
      return Optional.of(target + " is a link to nothing; delete it, or name another file");
    }
    try {
      return exists ? problemOfExisting(target) : problemOfFolder(target.toAbsolutePath());
    } catch (IOException e) {
      return Optional.of(target + " cannot be looked at: " + e);
    }
  }

  private static Optional<String> problemOfExisting(Path target) throws IOException {
    if (Files.isDirectory(target)) {
      return Optional.of(target + " is a folder, not a file");
    }
    if (!Files.isRegularFile(target)) {
      return Optional.of(target + " is a device or a pipe; name a file");
    }
    Optional<String> problem = problemOfFolder(target.toRealPath());
    return problem.isPresent() || isReplaceable(target)
        ? problem
        : Optional.of(
            target
                + " is no model that can be read, and would be lost: name another file, or delete"
                + " it first");
  }

  /** Whether the file is a model or checkpoint, or empty, so that nothing else would be lost. */
  private static boolean isReplaceable(Path target) throws IOException {
    try {
      return Files.size(target) == 0 || SavedFile.read(target).bytes() > 0;
    } catch (ModelFormatException e) {
      return false;
    }
  }

  private static Optional<String> problemOfFolder(Path target) {
    Path folder = target.getParent();
    if (folder == null) {
      return Optional.of(target + " is a folder, not a file");
    }
    if (!Files.isDirectory(folder)) {
      return Optional.of("there is no folder " + folder + "; create it first");
    }
    // A file is replaced, not written into: what counts are the permissions of its folder.
    return Files.isWritable(folder)
        ? Optional.empty()
        : Optional.of("no permission to write in " + folder + "; name a file elsewhere");
  }
}
