package dev.nn.core.internal.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/** Makes a folder that outlives a power cut, together with what is written into it. */
public final class DurableFolder {
  private DurableFolder() {}

  /**
   * Makes a folder, and those above it that are missing too. Nothing is done if it is there.
   *
   * @throws IOException if it cannot be made; the message names the path
   */
  public static void create(Path folder) throws IOException {
    create(folder, FileSystemCalls.REAL);
  }

  static void create(Path folder, FileSystemCalls calls) throws IOException {
    if (Files.isSymbolicLink(folder) && !Files.exists(folder)) {
      throw new IOException(
          folder
              + " is a link to "
              + Files.readSymbolicLink(folder)
              + ", where there is nothing; delete the link, or name that folder itself");
    }
    Deque<Path> changed = new ArrayDeque<>();
    Path child = folder.toAbsolutePath();
    while (child.getParent() != null && !Files.exists(child)) {
      child = child.getParent();
      changed.push(child);
    }
    Files.createDirectories(folder);
    for (Path above : changed) {
      try {
        calls.forceFolder(above);
      } catch (IOException e) {
        throw new IOException(folder + " is made, but may not survive a power cut: " + e, e);
      }
    }
  }
}
