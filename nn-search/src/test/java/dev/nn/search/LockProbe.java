package dev.nn.search;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Another process, which says whether it could lock a file. */
final class LockProbe {
  private LockProbe() {}

  public static void main(String[] arguments) throws IOException {
    Path file = Path.of(arguments[0]);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      System.exit(lock == null ? 0 : 1);
    }
  }

  /** Whether a new process finds a file locked. */
  static boolean isLocked(Path file) {
    try {
      Path classes =
          Path.of(LockProbe.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      Path java = Path.of(System.getProperty("java.home"), "bin", "java");
      ProcessBuilder probe =
          new ProcessBuilder(
              java.toString(), "-cp", classes.toString(), LockProbe.class.getName(), "" + file);
      return probe.inheritIO().start().waitFor() == 0;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
