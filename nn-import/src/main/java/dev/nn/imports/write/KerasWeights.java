package dev.nn.imports.write;

import dev.nn.core.Model;
import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Weights as {@code save_weights} of Keras 3 writes them: in groups by class and order. */
public final class KerasWeights {
  private KerasWeights() {}

  /** Returns the bytes of a {@code .weights.h5} file. */
  public static byte[] of(Model model) throws IOException {
    Path temporary = Files.createTempFile("nn-keras", ".h5");
    try {
      try (WritableHdfFile file = HdfFile.write(temporary)) {
        WritableGroup layers = file.putGroup("layers");
        Map<String, Integer> counts = new HashMap<>();
        for (LayerWeights layer : LayerWeights.of(model)) {
          if (!layer.arrays().isEmpty()) {
            String name = group(layer);
            int before = counts.merge(name, 1, Integer::sum) - 1;
            add(layers.putGroup(before == 0 ? name : name + "_" + before).putGroup("vars"), layer);
          }
        }
      }
      return Files.readAllBytes(temporary);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private static String group(LayerWeights layer) {
    return switch (layer.layer().name()) {
      case "dense", "batch_normalization", "layer_normalization" -> layer.layer().name();
      case "prelu" -> "p_re_lu";
      default -> throw layer.refused("a Sequential of Keras");
    };
  }

  private static void add(WritableGroup variables, LayerWeights layer) {
    for (int i = 0; i < layer.arrays().size(); i++) {
      float[] numbers = layer.arrays().get(i);
      Object data =
          layer.shapes().get(i).rank() == 1 ? numbers : rows(numbers, layer.shapes().get(i).last());
      variables.putDataset(String.valueOf(i), data);
    }
  }

  private static float[][] rows(float[] numbers, int columns) {
    float[][] rows = new float[numbers.length / columns][columns];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(numbers, i * columns, rows[i], 0, columns);
    }
    return rows;
  }
}
