package dev.nn.imports.write;

import dev.nn.core.Model;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A {@code state_dict} as {@code torch.save} writes it. */
public final class TorchWeights {
  private static final String FOLDER = "archive/";
  private static final List<String> NORMALIZATION =
      List.of("weight", "bias", "running_mean", "running_var");

  private final ByteArrayOutputStream pickle = new ByteArrayOutputStream();
  private final List<float[]> storages = new ArrayList<>();

  private TorchWeights() {}

  /** Returns the bytes of a {@code .pt} file. */
  public static byte[] of(Model model) throws IOException {
    TorchWeights weights = new TorchWeights();
    weights.code("\u0080\2ccollections\nOrderedDict\n)R(");
    int module = 0;
    for (LayerWeights layer : LayerWeights.of(model)) {
      weights.add(module, layer);
      module += layer.hasActivation() ? 2 : 1;
    }
    weights.code("u.");
    ZipBytes zip = new ZipBytes();
    zip.add(FOLDER + "data.pkl", weights.pickle.toByteArray());
    for (int i = 0; i < weights.storages.size(); i++) {
      zip.add(FOLDER + "data/" + i, bytes(weights.storages.get(i)));
    }
    zip.add(FOLDER + "version", "3\n".getBytes(StandardCharsets.US_ASCII));
    return zip.toBytes();
  }

  private void add(int module, LayerWeights layer) {
    switch (layer.layer().name()) {
      case "dense" -> {
        int inputs = layer.shapes().get(0).dimension(0);
        tensor(module + ".weight", layer.transposed(0), layer.shapes().get(0).last(), inputs);
        if (layer.arrays().size() > 1) {
          tensor(module + ".bias", layer.arrays().get(1));
        }
      }
      case "batch_normalization", "layer_normalization" -> {
        for (int i = 0; i < layer.arrays().size(); i++) {
          tensor(module + "." + NORMALIZATION.get(i), layer.arrays().get(i));
        }
      }
      case "prelu" -> tensor(module + ".weight", layer.arrays().get(0));
      case "activation", "dropout", "flatten", "gaussian_noise", "alpha_dropout" -> {
        // They have no weights.
      }
      default -> throw layer.refused("an nn.Sequential of PyTorch");
    }
  }

  /** A tensor of one or two dimensions, the last of which lies together. */
  private void tensor(String name, float[] numbers, int... sizes) {
    int[] shape = sizes.length == 0 ? new int[] {numbers.length} : sizes;
    text(name);
    code("ctorch._utils\n_rebuild_tensor_v2\n((");
    text("storage");
    code("ctorch\nFloatStorage\n");
    text(String.valueOf(storages.size()));
    text("cpu");
    integer(numbers.length);
    code("tQ");
    integer(0);
    code("(");
    for (int size : shape) {
      integer(size);
    }
    code("t(");
    for (int i = 0; i < shape.length; i++) {
      integer(i == shape.length - 1 ? 1 : shape[i + 1]);
    }
    code("t\u0089ccollections\nOrderedDict\n)RtR");
    storages.add(numbers);
  }

  private void code(String operations) {
    pickle.writeBytes(operations.getBytes(StandardCharsets.ISO_8859_1));
  }

  private void text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    code("X");
    pickle.writeBytes(littleEndian(bytes.length));
    pickle.writeBytes(bytes);
  }

  private void integer(int value) {
    code("J");
    pickle.writeBytes(littleEndian(value));
  }

  private static byte[] littleEndian(int value) {
    return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array();
  }

  private static byte[] bytes(float[] numbers) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
    for (float number : numbers) {
      bytes.putFloat(number);
    }
    return bytes.array();
  }
}
