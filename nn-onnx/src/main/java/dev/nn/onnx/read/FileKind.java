package dev.nn.onnx.read;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Knows files of other kinds by how they begin, to say so instead of speaking of damage. */
final class FileKind {
  private static final Map<String, String> BEGINNINGS =
      Map.of(
          "PK\3\4", "a zip file, as those of PyTorch (.pt) and Keras (.keras) are",
          "\u0089HDF", "an HDF5 file, as those of Keras (.h5) are",
          "\u0080\2", "a pickled object of Python",
          "\u0080\4", "a pickled object of Python",
          "\u0080\5", "a pickled object of Python",
          "{", "a JSON text",
          "<", "an XML text");

  private static final int LENGTH_OF_HEADER = 8;

  private FileKind() {}

  static void check(byte[] bytes) {
    if (bytes.length == 0) {
      throw new Refusal("it is empty");
    }
    String start =
        new String(
            bytes, 0, Math.min(bytes.length, LENGTH_OF_HEADER + 1), StandardCharsets.ISO_8859_1);
    BEGINNINGS.forEach(
        (beginning, kind) -> {
          if (start.startsWith(beginning)) {
            throw new Refusal("it is no ONNX model, but " + kind);
          }
        });
    if (start.length() > LENGTH_OF_HEADER && start.endsWith("{") && start.startsWith("\0\0\0", 5)) {
      throw new Refusal(
          "it is no ONNX model, but a safetensors file, such as those that Model.load reads");
    }
  }
}
