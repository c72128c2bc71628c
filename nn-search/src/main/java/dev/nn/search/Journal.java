package dev.nn.search;

import dev.nn.api.NnException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file of JSON lines that only grows: first what search it is of, then a line for each trial that
 * ended. A last line without its end was being written when the process died, and does not count.
 */
final class Journal implements AutoCloseable {
  /** How many characters of something long are quoted. */
  private static final int QUOTED = 60;

  private final Path file;
  private final FileChannel channel;
  private final Map<String, TrialResult> trials = new HashMap<>();

  private Journal(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Goes on with a journal, or begins one.
   *
   * @param identity what tells the search from others
   * @throws NnException if the file is the journal of another search, or none, or in use
   */
  static Journal open(Path file, Map<String, String> identity) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    Journal journal = new Journal(file, channel);
    try {
      if (!journal.isAlone()) {
        throw new NnException(file + ": another search is writing this journal");
      }
      journal.read(Json.object(identity), identity);
      return journal;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /** The lock lasts as long as the channel is open. */
  private boolean isAlone() throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  private void read(String header, Map<String, String> identity) throws IOException {
    byte[] bytes = contents();
    int whole = bytes.length;
    while (whole > 0 && bytes[whole - 1] != '\n') {
      whole--;
    }
    String text = new String(bytes, 0, whole, StandardCharsets.UTF_8);
    if (whole == 0) {
      if (!header.startsWith(new String(bytes, StandardCharsets.UTF_8))) {
        throw notAJournal();
      }
      channel.truncate(0);
      append(header);
      return;
    }
    List<String> lines = text.lines().toList();
    compare(Json.object(lines.get(0)), identity);
    for (int i = 1; i < lines.size(); i++) {
      TrialResult result = Json.trial(lines.get(i)).orElse(null);
      if (result == null) {
        throw new NnException(
            "%s: line %s is no trial: %s; delete that line to try it again"
                .formatted(file, i + 1, quoted(lines.get(i))));
      }
      trials.put(key(result.number(), result.epochs()), result);
    }
    channel.truncate(whole);
    channel.position(whole);
  }

  /** Through the one channel: to close another one of the same file would give up the lock. */
  private byte[] contents() throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(channel.size()));
    int read = 0;
    while (read >= 0 && bytes.hasRemaining()) {
      read = channel.read(bytes, bytes.position());
    }
    return Arrays.copyOf(bytes.array(), bytes.position());
  }

  private void compare(Map<String, String> found, Map<String, String> identity) {
    if (!found.containsKey("strategy")) {
      throw notAJournal();
    }
    for (Map.Entry<String, String> entry : identity.entrySet()) {
      String other = found.get(entry.getKey());
      if (!Objects.equals(other, entry.getValue())) {
        throw new NnException(difference(entry.getKey(), other, entry.getValue()));
      }
    }
    found.keySet().stream()
        .filter(key -> !identity.containsKey(key))
        .findFirst()
        .ifPresent(
            key -> {
              throw new NnException(difference(key, found.get(key), null));
            });
  }

  private String difference(String key, @Nullable String other, @Nullable String own) {
    return "%s is the journal of another search: its %s is %s, not %s; name another file, or search as it did"
        .formatted(file, key, quoted(other), quoted(own));
  }

  private static String quoted(@Nullable String text) {
    if (text == null) {
      return "nothing";
    }
    return text.length() > QUOTED ? text.substring(0, QUOTED) + "…" : text;
  }

  private NnException notAJournal() {
    return new NnException(file + " is not the journal of a search; name another file");
  }

  /**
   * How a trial ended, if it has.
   *
   * @throws NnException if the journal has other settings under its number
   */
  Optional<TrialResult> find(Trial trial) {
    TrialResult known = trials.get(key(trial.number(), trial.epochs()));
    if (known != null && !known.settings().equals(trial.settings())) {
      throw new NnException(
          "%s: trial %s had other settings: %s".formatted(file, trial.number(), known.settings()));
    }
    return Optional.ofNullable(known);
  }

  /** Adds a line, which outlives the machine once this returns. */
  void add(TrialResult result) throws IOException {
    append(Json.trial(result));
  }

  private void append(String line) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
    channel.force(false);
  }

  private static String key(int number, int epochs) {
    return number + "/" + epochs;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
