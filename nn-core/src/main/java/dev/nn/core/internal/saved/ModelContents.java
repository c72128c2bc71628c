package dev.nn.core.internal.saved;

import dev.nn.core.internal.safetensors.TensorEntry;
import java.util.List;

/**
 * What the file of a model says before any plugin is looked for. Its checksum holds, and its
 * metadata can be read.
 */
public final class ModelContents {
  final ModelMetadata metadata;
  final List<TensorEntry> tensors;

  /** The numbers of all tensors of floats, one after the other. */
  final float[] floats;

  /** The bytes of all others. */
  final byte[] codes;

  /** The file's path, for messages. */
  final String source;

  /** Takes the arrays over. */
  ModelContents(
      ModelMetadata metadata,
      List<TensorEntry> tensors,
      float[] floats,
      byte[] codes,
      String source) {
    this.metadata = metadata;
    this.tensors = tensors;
    this.floats = floats;
    this.codes = codes;
    this.source = source;
  }
}
