package dev.nn.core.internal.saved;

import dev.nn.api.ModelFormatException;
import dev.nn.core.internal.architecture.Architecture;
import dev.nn.core.internal.architecture.CompressedParameters;
import dev.nn.core.internal.architecture.ParameterSlot;
import dev.nn.core.internal.safetensors.Tensor;
import dev.nn.core.internal.safetensors.TensorType;
import dev.nn.math.Compression;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Compressed parameters as tensors of a file. First come all floats: parameters that stay as they
 * are and scales, in the order of the parameters. Then come the codes. So every number lies at a
 * multiple of its size, which some readers ask for.
 */
final class CompressedTensors {
  private static final String SCALE = ".scale";

  private CompressedTensors() {}

  static TensorType type(Compression compression) {
    return switch (compression) {
      case BFLOAT16 -> TensorType.BF16;
      case INT8 -> TensorType.I8;
    };
  }

  private static boolean hasScales(Compression compression) {
    return compression == Compression.INT8;
  }

  static List<Tensor> of(Architecture architecture, CompressedParameters parameters) {
    List<Tensor> floats = new ArrayList<>();
    List<Tensor> codes = new ArrayList<>();
    for (ParameterSlot slot : architecture.parameters()) {
      if (CompressedParameters.compresses(slot)) {
        if (hasScales(parameters.compression())) {
          floats.add(Tensor.of(slot.name() + SCALE, parameters.scales(slot)));
        }
        codes.add(codes(slot, parameters));
      } else {
        floats.add(ModelFile.tensor(slot, parameters.flat()));
      }
    }
    floats.addAll(codes);
    return floats;
  }

  private static Tensor codes(ParameterSlot slot, CompressedParameters parameters) {
    Compression compression = parameters.compression();
    float[] scales = parameters.scales(slot);
    float[] flat = parameters.flat();
    return Tensor.of(
        slot.name(),
        type(compression),
        ModelFile.shape(slot),
        slot.size(),
        (i, buffer) -> {
          int code = compression.encode(flat[slot.offset() + i], scales[i % scales.length]);
          if (compression == Compression.BFLOAT16) {
            buffer.putShort((short) code);
          } else {
            buffer.put((byte) code);
          }
        });
  }

  /** How the tensors are described in messages. */
  static List<String> expected(Architecture architecture, Compression compression) {
    List<String> floats = new ArrayList<>();
    List<String> codes = new ArrayList<>();
    for (ParameterSlot slot : architecture.parameters()) {
      if (CompressedParameters.compresses(slot)) {
        if (hasScales(compression)) {
          long columns = slot.parameter().columns();
          floats.add(ModelFile.describe(slot.name() + SCALE, TensorType.F32, List.of(columns)));
        }
        codes.add(ModelFile.describe(slot.name(), type(compression), ModelFile.shape(slot)));
      } else {
        floats.add(ModelFile.describe(slot.name(), TensorType.F32, ModelFile.shape(slot)));
      }
    }
    floats.addAll(codes);
    return floats;
  }

  /**
   * Makes parameters of what a file holds, once its tensors are known to be those expected.
   *
   * @param numbers of all tensors, one after the other
   * @param source the file's path, for messages
   * @throws ModelFormatException if a scale or a code is one that no weights have
   */
  static CompressedParameters read(
      Architecture architecture, Compression compression, float[] numbers, String source) {
    float[] flat = new float[architecture.flatLength()];
    Map<Integer, float[]> scales = new HashMap<>();
    int at = 0;
    for (ParameterSlot slot : architecture.parameters()) {
      if (!CompressedParameters.compresses(slot)) {
        System.arraycopy(numbers, at, flat, slot.offset(), slot.size());
        at += slot.size();
      } else if (hasScales(compression)) {
        int columns = slot.parameter().columns();
        scales.put(slot.offset(), Arrays.copyOfRange(numbers, at, at + columns));
        at += columns;
      } else {
        scales.put(slot.offset(), ones(slot.parameter().columns()));
      }
    }
    for (ParameterSlot slot : architecture.parameters()) {
      if (CompressedParameters.compresses(slot)) {
        float[] ofColumns = Objects.requireNonNull(scales.get(slot.offset()));
        for (int i = 0; i < slot.size(); i++) {
          float scale = ofColumns[i % ofColumns.length];
          float weight = numbers[at + i] * scale;
          check(weight, numbers[at + i], scale, compression, slot, source);
          flat[slot.offset() + i] = weight;
        }
        at += slot.size();
      }
    }
    return CompressedParameters.read(compression, flat, scales);
  }

  private static float[] ones(int count) {
    float[] ones = new float[count];
    Arrays.fill(ones, 1);
    return ones;
  }

  /** What was read has to be what would be written again. */
  private static void check(
      float weight,
      float number,
      float scale,
      Compression compression,
      ParameterSlot slot,
      String source) {
    int code = compression.encode(weight, scale);
    boolean isSame =
        hasScales(compression) ? code == number : compression.decode(code, scale) == weight;
    if (!isSame || !Float.isFinite(weight) || !(scale >= 0)) {
      throw new ModelFormatException(
          source,
          Long.BYTES,
          "%s has the code %s with the scale %s, which no compressed weight has"
              .formatted(slot.name(), number, scale));
    }
  }
}
