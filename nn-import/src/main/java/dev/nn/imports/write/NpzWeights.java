package dev.nn.imports.write;

import dev.nn.core.Model;
import dev.nn.imports.read.Refusal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Dense layers as the arrays {@code coef_0, intercept_0, …} of NumPy. */
public final class NpzWeights {
  private static final int ALIGNMENT = 64;
  private static final int PREFIX = 10;

  private NpzWeights() {}

  /** Returns the bytes of an {@code .npz} file. */
  public static byte[] of(Model model) throws IOException {
    ZipBytes zip = new ZipBytes();
    int dense = 0;
    for (LayerWeights layer : LayerWeights.of(model)) {
      switch (layer.layer().name()) {
        case "dense" -> {
          int units = layer.shapes().get(0).last();
          String shape = "(%s, %s)".formatted(layer.shapes().get(0).dimension(0), units);
          float[] bias = layer.arrays().size() > 1 ? layer.arrays().get(1) : new float[units];
          zip.add("coef_%s.npy".formatted(dense), npy(shape, layer.arrays().get(0)));
          zip.add("intercept_%s.npy".formatted(dense), npy("(%s,)".formatted(units), bias));
          dense++;
        }
        case "activation", "dropout", "flatten", "gaussian_noise" -> {
          // They have no weights.
        }
        default -> throw layer.refused("an MLP of scikit-learn");
      }
    }
    if (dense == 0) {
      throw new Refusal("the network has no dense layer");
    }
    return zip.toBytes();
  }

  private static byte[] npy(String shape, float[] numbers) {
    StringBuilder header =
        new StringBuilder(
            "{'descr': '<f4', 'fortran_order': False, 'shape': %s, }".formatted(shape));
    while ((PREFIX + header.length() + 1) % ALIGNMENT != 0) {
      header.append(' ');
    }
    header.append('\n');
    ByteBuffer bytes =
        ByteBuffer.allocate(PREFIX + header.length() + 4 * numbers.length)
            .order(ByteOrder.LITTLE_ENDIAN);
    bytes.put("\u0093NUMPY\1\0".getBytes(StandardCharsets.ISO_8859_1));
    bytes.putShort((short) header.length());
    bytes.put(header.toString().getBytes(StandardCharsets.ISO_8859_1));
    for (float number : numbers) {
      bytes.putFloat(number);
    }
    return bytes.array();
  }
}
