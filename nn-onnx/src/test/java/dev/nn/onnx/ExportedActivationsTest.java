package dev.nn.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.core.Model;
import dev.nn.core.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Each activation in ONNX Runtime against ours, whose own error is known to be some ulps. */
class ExportedActivationsTest {
  private static final int COLUMNS = 5;
  private static final int ROWS = 4000;

  @Test
  void everyActivationIsThatOfOnnxRuntimeWithinItsError() {
    StringBuilder table = new StringBuilder();
    List<String> names = RandomNetworks.activations();
    assertTrue(names.size() >= 40, names::toString);
    for (String activation : names) {
      Error error = error(activation);
      table.append(
          String.format(
              Locale.ROOT, "| `%s` | %.1e | %.1e |%n", activation, error.absolute, error.relative));
      assertTrue(error.absolute <= 2.5e-6, () -> activation + ": " + error.absolute);
    }
    System.out.println("| activation | largest absolute error | relative, where |a| > 1e-3 |");
    System.out.println(table);
  }

  /** Nothing turns a NaN into a number but what does so in Java. */
  @Test
  void aNanStaysOne() {
    List<String> differ = new ArrayList<>();
    for (String activation : RandomNetworks.activations()) {
      Model model = model(activation);
      float[][] row = {{Float.NaN, 1, 2, 3, 4}};
      try (Runtime runtime = new Runtime(OnnxExport.of(model).toBytes())) {
        boolean theirs = Float.isNaN(runtime.predict(row, COLUMNS)[0][0]);
        if (theirs != Float.isNaN(model.predict(row[0])[0])) {
          differ.add(activation);
        }
      }
    }
    assertEquals(List.of(), differ);
  }

  /** The whole range from −1e4 to 1e4 gives finite numbers where ours are. */
  @Test
  void extremesAreThoseOfOurs() {
    for (String activation : RandomNetworks.activations()) {
      Model model = model(activation);
      float[][] rows = {{-1e4f, 1e4f, -80, 80, 0}, {-1e9f, 1e9f, -30, 30, -0f}};
      try (Runtime runtime = new Runtime(OnnxExport.of(model).toBytes())) {
        float[][] theirs = runtime.predict(rows, COLUMNS);
        for (int i = 0; i < rows.length; i++) {
          float[] ours = model.predict(rows[i]);
          for (int j = 0; j < COLUMNS; j++) {
            double tolerance = 2e-6 + 1e-6 * Math.abs(ours[j]);
            assertTrue(
                ours[j] == theirs[i][j] || Math.abs(ours[j] - theirs[i][j]) <= tolerance,
                activation + " of " + rows[i][j] + ": " + ours[j] + " and " + theirs[i][j]);
          }
        }
      }
    }
  }

  private static Model model(String activation) {
    return Model.initial(Network.of(COLUMNS, "activation(activation=" + activation + ")"), 1);
  }

  private static Error error(String activation) {
    Model model = model(activation);
    Random random = new Random(7);
    float[][] rows = new float[ROWS][COLUMNS];
    for (float[] row : rows) {
      for (int j = 0; j < COLUMNS; j++) {
        row[j] = 3 * (float) random.nextGaussian();
      }
    }
    Error error = new Error();
    float[][] ours = model.predict(rows);
    try (Runtime runtime = new Runtime(OnnxExport.of(model).toBytes())) {
      float[][] theirs = runtime.predict(rows, COLUMNS);
      for (int i = 0; i < ROWS; i++) {
        for (int j = 0; j < COLUMNS; j++) {
          error.add(ours[i][j], theirs[i][j]);
        }
      }
    }
    return error;
  }

  private static final class Error {
    private double absolute;
    private double relative;

    void add(double ours, double theirs) {
      double distance = ours == theirs ? 0 : Math.abs(ours - theirs);
      // Exponentials have no absolute error worth the name.
      absolute = Math.max(absolute, distance / Math.max(1, Math.abs(ours)));
      if (Math.abs(ours) > 1e-3) {
        relative = Math.max(relative, distance / Math.abs(ours));
      }
    }
  }
}
