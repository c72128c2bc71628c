package dev.nn.data.read;

import dev.nn.api.DataException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Unpacks gzip data (RFC 1952) of one member or several, and refuses data that are cut short,
 * damaged or followed by anything else. {@link java.util.zip.GZIPInputStream} would overlook what
 * follows, and it cannot tell where in the file the damage is.
 */
public final class GzipInput extends InputStream {
  private static final int MAGIC = 0x1f8b;
  private static final int DEFLATE = 8;
  private static final int HEADER_CHECK = 2;
  private static final int EXTRA_FIELD = 4;
  private static final int FILE_NAME = 8;
  private static final int COMMENT = 16;
  private static final int RESERVED = 0xe0;

  private final InputStream in;
  private final String file;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 check = new CRC32();
  private final byte[] buffer = new byte[1 << 14];
  private long bufferOffset;
  private int position;
  private int limit;
  private boolean inMember;

  private GzipInput(InputStream in, String file) {
    this.in = in;
    this.file = file;
  }

  /** Opens a file, which is unpacked if it is packed. */
  public static InputStream open(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new IOException(file + " is a folder; name a file in it");
    }
    InputStream in = Files.newInputStream(file);
    try {
      return unpacked(in, file.toString());
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  /**
   * Returns the data of a stream, unpacked if they start as gzip data do.
   *
   * @param file what messages call the file
   */
  public static InputStream unpacked(InputStream in, String file) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(in);
    buffered.mark(2);
    int start = buffered.read() << 8 | buffered.read();
    buffered.reset();
    return start == MAGIC ? new GzipInput(buffered, file) : buffered;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    Objects.checkFromIndexSize(from, length, into.length);
    if (length == 0) {
      return 0;
    }
    while (inMember || startMember()) {
      int count = inflate(into, from, length);
      if (count > 0) {
        check.update(into, from, count);
        return count;
      }
      if (inflater.finished()) {
        endMember();
      }
    }
    return -1;
  }

  private int inflate(byte[] into, int from, int length) throws IOException {
    if (inflater.needsInput() && !inflater.finished()) {
      requireMore();
      inflater.setInput(buffer, position, limit - position);
    }
    try {
      int count = inflater.inflate(into, from, length);
      position = limit - inflater.getRemaining();
      return count;
    } catch (DataFormatException e) {
      position = limit - inflater.getRemaining();
      throw fault("is damaged (" + e.getMessage() + ")");
    }
  }

  private boolean startMember() throws IOException {
    if (!hasMore()) {
      return false;
    }
    if (next() != MAGIC >> 8 || next() != (MAGIC & 0xff)) {
      throw fault("is followed by something else");
    }
    if (next() != DEFLATE) {
      throw fault("is packed in an unknown way");
    }
    int flags = next();
    if ((flags & RESERVED) != 0) {
      throw fault("has an unknown header");
    }
    // These are time, compression level and operating system.
    skip(6);
    if ((flags & EXTRA_FIELD) != 0) {
      skip(next() | next() << 8);
    }
    if ((flags & FILE_NAME) != 0) {
      skipText();
    }
    if ((flags & COMMENT) != 0) {
      skipText();
    }
    if ((flags & HEADER_CHECK) != 0) {
      skip(2);
    }
    inflater.reset();
    check.reset();
    inMember = true;
    return true;
  }

  private void endMember() throws IOException {
    if (nextInt() != (int) check.getValue()) {
      throw fault("is damaged (its checksum differs)");
    }
    if (nextInt() != (int) inflater.getBytesWritten()) {
      throw fault("is damaged (its length differs)");
    }
    inMember = false;
  }

  private int nextInt() throws IOException {
    return next() | next() << 8 | next() << 16 | next() << 24;
  }

  private void skip(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      next();
    }
  }

  private void skipText() throws IOException {
    int c;
    do {
      c = next();
    } while (c != 0);
  }

  private int next() throws IOException {
    requireMore();
    return buffer[position++] & 0xff;
  }

  private void requireMore() throws IOException {
    if (!hasMore()) {
      throw fault("is cut short");
    }
  }

  private boolean hasMore() throws IOException {
    if (position == limit) {
      bufferOffset += limit;
      position = 0;
      limit = Math.max(0, in.read(buffer));
    }
    return position < limit;
  }

  private DataException fault(String what) {
    return new DataException(
        "%s, offset %s: the gzip data %s".formatted(file, bufferOffset + position, what));
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    in.close();
  }
}
