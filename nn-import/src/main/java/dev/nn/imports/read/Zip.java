package dev.nn.imports.read;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The members of a zip file, by its directory: members of PyTorch have no sizes before their bytes,
 * which a reader from the front cannot read.
 */
public final class Zip implements AutoCloseable {
  private static final int MOST_MEMBERS = 1 << 16;

  /** As much as one array holds. */
  private static final long LONGEST = Integer.MAX_VALUE - 8;

  private static final long SMALL = 1 << 24;
  private static final long MOST_EXPANSION = 100;

  private final ZipFile file;
  private final List<String> names;

  private Zip(ZipFile file) {
    this.file = file;
    this.names = Collections.list(file.entries()).stream().map(ZipEntry::getName).toList();
  }

  /**
   * Opens a file.
   *
   * @throws Refusal if it is damaged, or if two members have one name
   */
  public static Zip open(Path path) throws IOException {
    try {
      ZipFile file = new ZipFile(path.toFile());
      try {
        Zip zip = new Zip(file);
        zip.check();
        return zip;
      } catch (RuntimeException e) {
        file.close();
        throw e;
      }
    } catch (ZipException | EOFException | IllegalArgumentException e) {
      throw new Refusal("the zip file is damaged: " + e.getMessage(), e);
    }
  }

  private void check() {
    if (names.size() > MOST_MEMBERS) {
      throw new Refusal("a zip file of more than %s members".formatted(MOST_MEMBERS));
    }
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (!seen.add(name)) {
        throw new Refusal("the zip file has two members called " + name);
      }
    }
  }

  /** The names of the members in the order of the directory. */
  public List<String> names() {
    return names;
  }

  /** The bytes of all members together. */
  public long totalBytes() {
    return Collections.list(file.entries()).stream().mapToLong(e -> Math.max(0, e.getSize())).sum();
  }

  /** Whether there is a member of this name. */
  public boolean has(String name) {
    return names.contains(name);
  }

  /**
   * The bytes of a member.
   *
   * @throws Refusal if there is none of this name, or if it is damaged
   */
  public byte[] bytes(String name) throws IOException {
    ZipEntry entry = file.getEntry(name);
    if (entry == null) {
      throw new Refusal("the zip file has no member " + name);
    }
    if (entry.getSize() > LONGEST) {
      throw new Refusal("%s has %s bytes, more than are read".formatted(name, entry.getSize()));
    }
    if (entry.getSize() > SMALL && entry.getSize() / MOST_EXPANSION > entry.getCompressedSize()) {
      throw new Refusal(
          "%s would grow from %s bytes to %s; weights are not so regular, so it is not unpacked"
              .formatted(name, entry.getCompressedSize(), entry.getSize()));
    }
    long promised = entry.getSize() < 0 ? LONGEST : entry.getSize();
    try (InputStream in = file.getInputStream(entry)) {
      // What a member says of its size is not believed: memory grows with the bytes that come.
      byte[] bytes = in.readNBytes((int) Math.min(LONGEST, promised + 1));
      if (entry.getSize() >= 0 && bytes.length != entry.getSize()) {
        throw new Refusal(
            "%s has %s bytes, but its directory promises %s"
                .formatted(name, bytes.length, entry.getSize()));
      }
      return bytes;
    } catch (IOException e) {
      throw new Refusal("%s in the zip file is damaged: %s".formatted(name, e.getMessage()), e);
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
