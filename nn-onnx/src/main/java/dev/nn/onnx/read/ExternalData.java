package dev.nn.onnx.read;

import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.UnsafeByteOperations;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The files beside a model in which its larger tensors lie. They are read, never mapped, so that
 * whoever changes them later does not change the network. A location must stay in the folder of the
 * model, by its words and by where its links lead; and all that is read of a file is not more than
 * the file has, so that a small model cannot ask for the same bytes again and again.
 */
public final class ExternalData {
  private static final long MOST_BYTES = Integer.MAX_VALUE - 8;

  private final Optional<Path> folder;
  private final Map<Path, Long> taken = new HashMap<>();

  private ExternalData(Optional<Path> folder) {
    this.folder = folder;
  }

  /** No such files, for a model that is bytes only. */
  public static ExternalData none() {
    return new ExternalData(Optional.empty());
  }

  /** The files in the folder of a model. */
  public static ExternalData beside(Path model) {
    return new ExternalData(Optional.ofNullable(model.toAbsolutePath().getParent()));
  }

  /** Whether a tensor lies in another file. */
  static boolean isOutside(TensorProto tensor) {
    return tensor.getDataLocation() == TensorProto.DataLocation.EXTERNAL
        || tensor.getExternalDataCount() > 0;
  }

  /**
   * The same tensor with its bytes.
   *
   * @param name of the tensor, for messages
   * @param length how many bytes its dimensions need
   * @throws Refusal if they cannot be had; the message says why
   */
  TensorProto inside(TensorProto tensor, String name, long length) {
    Map<String, String> keys = new HashMap<>();
    for (StringStringEntryProto entry : tensor.getExternalDataList()) {
      keys.put(entry.getKey(), entry.getValue());
    }
    String location = keys.getOrDefault("location", "");
    Path file = file(name, location);
    try {
      long size = Files.size(file);
      long from = number(name, keys, "offset", 0);
      long given = number(name, keys, "length", from > size ? 0 : size - from);
      if (given != length) {
        throw new Refusal(
            "%s should have %s bytes in \"%s\", but has %s"
                .formatted(name, length, location, given));
      }
      if (length > MOST_BYTES) {
        throw new Refusal("%s has more than %s bytes".formatted(name, MOST_BYTES));
      }
      if (from > size - length) {
        throw new Refusal(
            "%s ends at byte %s of \"%s\", which has %s"
                .formatted(name, Math.addExact(from, length), location, size));
      }
      if (taken.merge(file, length, Long::sum) > size) {
        throw new Refusal(
            "its tensors want more bytes of \"%s\" than the %s that it has; they overlap"
                .formatted(location, size));
      }
      return tensor.toBuilder()
          .clearExternalData()
          .clearDataLocation()
          .setRawData(UnsafeByteOperations.unsafeWrap(bytes(file, from, (int) length)))
          .build();
    } catch (IOException e) {
      throw new Refusal("%s: \"%s\" cannot be read: %s".formatted(name, location, e.getMessage()));
    }
  }

  private Path file(String name, String location) {
    Path beside =
        folder.orElseThrow(
            () ->
                new Refusal(
                    "%s stands in another file, \"%s\"; read the model by its path, so that it is found"
                        .formatted(name, location)));
    Path file;
    try {
      file = beside.resolve(location).normalize();
    } catch (InvalidPathException e) {
      throw outside(name, location);
    }
    if (location.isEmpty() || Path.of(location).isAbsolute() || !file.startsWith(beside)) {
      throw outside(name, location);
    }
    try {
      Path real = file.toRealPath();
      if (!real.startsWith(beside.toRealPath())) {
        throw outside(name, location);
      }
      if (!Files.isRegularFile(real, LinkOption.NOFOLLOW_LINKS)) {
        throw new Refusal("%s stands in \"%s\", which is no file".formatted(name, location));
      }
      return real;
    } catch (IOException e) {
      throw new Refusal(
          "%s stands in another file, \"%s\", which is not there; put it into the folder of the model"
              .formatted(name, location));
    }
  }

  private static Refusal outside(String name, String location) {
    return new Refusal(
        "%s stands in another file, \"%s\", which is no path within the folder of the model; put the file there and save the model with that location"
            .formatted(name, location));
  }

  private static long number(String name, Map<String, String> keys, String key, long otherwise) {
    String text = keys.get(key);
    if (text == null) {
      return otherwise;
    }
    try {
      long number = Long.parseLong(text);
      if (number >= 0 && number <= Long.MAX_VALUE / 2) {
        return number;
      }
    } catch (NumberFormatException e) {
      // The same message follows.
    }
    throw new Refusal("%s has the %s \"%s\"; it is a number of bytes".formatted(name, key, text));
  }

  private static byte[] bytes(Path file, long from, int length) throws IOException {
    byte[] bytes = new byte[length];
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      in.seek(from);
      in.readFully(bytes);
    }
    return bytes;
  }
}
