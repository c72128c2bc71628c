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

  /** The numbers of all tensors, one after the other. */
  final float[] numbers;

  /** The file's path, for messages. */
  final String source;

  /** Takes the array over. */
  ModelContents(ModelMetadata metadata, List<TensorEntry> tensors, float[] numbers, String source) {
    this.metadata = metadata;
    this.tensors = tensors;
    this.numbers = numbers;
    this.source = source;
  }
}
