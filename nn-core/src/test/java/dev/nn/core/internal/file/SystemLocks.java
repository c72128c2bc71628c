package dev.nn.core.internal.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The locks on files as Linux lists them. */
final class SystemLocks {
  private SystemLocks() {}

  /** Whether some process has locked a file; false on systems that do not tell. */
  static boolean holds(Path file) throws IOException {
    Path locks = Path.of("/proc/locks");
    if (!Files.isReadable(locks)) {
      return false;
    }
    String inode = ":" + Files.getAttribute(file, "unix:ino") + " ";
    return Files.readAllLines(locks).stream().anyMatch(line -> line.contains(inode));
  }
}
