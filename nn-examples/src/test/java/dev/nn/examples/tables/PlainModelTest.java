package dev.nn.examples.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.core.Model;
import dev.nn.core.Network;
import dev.nn.core.Trainer;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.dataset.Targets;
import dev.nn.data.BundledData;
import dev.nn.examples.Console;
import dev.nn.examples.Console.Run;
import dev.nn.math.Matrix;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code nn predict} with models that were not made from a table. */
class PlainModelTest {
  @TempDir private Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private Path xor() {
    Path model = folder.resolve("xor.safetensors");
    assertEquals(0, Console.nn("xor", "--save", model.toString(), "--quiet").status());
    return model;
  }

  @Test
  void rowsOfNumbersArePredictedInTheirOrder() throws IOException {
    String model = xor().toString();
    Run run = Console.nn("predict", model, file("new.csv", "a,b\n0,1\n1,1\n0,0\n").toString());
    assertEquals(0, run.status(), run.err());
    assertEquals("prediction\n1\n0\n0\n", run.out());
    assertTrue(run.err().contains("numbers are taken as they are"), run.err());

    Run answers = Console.nn("predict", model, file("old.csv", "a,b,y\n0,1,1\n1,1,0\n").toString());
    assertEquals("prediction\n1\n0\n", answers.out());
    assertTrue(
        answers.err().contains("the last column, y, is taken for the answers and left out"),
        answers.err());
  }

  @Test
  void whatDoesNotFitIsRefused() throws IOException {
    String model = xor().toString();
    for (List<String> bad :
        List.of(
            List.of("a\n1\n2\n", "has 1 column, but the model takes 2 numbers"),
            List.of("a,b\nx,1\ny,2\n", "column a holds texts"),
            List.of("a,b\n,1\n2,2\n", "column a, row 1 is empty"))) {
      Run run = Console.nn("predict", model, file("bad.csv", bad.get(0)).toString());
      assertEquals(1, run.status());
      assertTrue(run.err().contains(bad.get(1)), run.err());
    }
  }

  @Test
  void picturesAreScaledAsInTraining() throws IOException {
    Dataset digits = BundledData.digits();
    Model model =
        Trainer.builder()
            .loss("categorical_crossentropy")
            .optimizer("adam")
            .epochs(3)
            .build()
            .fit(Network.of(64, "dense(units=10, activation=softmax)"), digits)
            .model();
    Path saved = folder.resolve("digits.safetensors");
    model.save(saved);
    ByteBuffer idx = ByteBuffer.allocate(16 + 2 * 64);
    idx.putInt(0x803).putInt(2).putInt(8).putInt(8);
    float[][] scaled = new float[2][64];
    Matrix row = Matrix.zeros(1, 64);
    for (int i = 0; i < 2; i++) {
      digits.readFeatures(i, row, 0);
      for (int pixel = 0; pixel < 64; pixel++) {
        int value = (int) (row.get(0, pixel) * 255);
        idx.put((byte) value);
        scaled[i][pixel] = value / 255f;
      }
    }
    Path pictures = Files.write(folder.resolve("pictures"), idx.array());

    Run run = Console.nn("predict", saved.toString(), pictures.toString(), "--probabilities");

    assertEquals(0, run.status(), run.err());
    assertEquals(
        "prediction"
            + IntStream.range(0, 10)
                .mapToObj(i -> ",probability_" + i)
                .collect(Collectors.joining()),
        run.lines().get(0));
    Path packed = folder.resolve("pictures.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      out.write(idx.array());
    }
    assertEquals(
        run.out(),
        Console.nn("predict", saved.toString(), packed.toString(), "--probabilities").out());
    for (int i = 0; i < 2; i++) {
      float[] output = model.predict(scaled[i]);
      String[] cells = run.lines().get(i + 1).split(",");
      assertEquals(Targets.Classes.numbered(10).label(output), cells[0]);
      assertEquals(output[3], Float.parseFloat(cells[4]));
    }
  }

  /** A hinge loss teaches −1 and 1, so 0 parts no from yes. */
  @Test
  void yesOfAHingeIsAboveZero() throws IOException {
    Model start =
        Model.of(
            Network.of(1, "dense(units=1)"),
            Map.of("0.dense.kernel", new float[] {1}, "0.dense.bias", new float[1]));
    Path saved = folder.resolve("hinge.safetensors");
    Trainer.builder()
        .loss("hinge")
        .optimizer("sgd(learning_rate=1e-6)")
        .epochs(1)
        .build()
        .fit(start, Dataset.binary(new float[][] {{-1}, {1}}, new int[] {0, 1}, "no", "yes"))
        .model()
        .save(saved);
    Run run = Console.nn("predict", saved.toString(), file("x.csv", "x\n0.25\n-0.25\n").toString());
    assertEquals("prediction\nyes\nno\n", run.out(), run.err());
    Run more =
        Console.nn(
            "predict",
            saved.toString(),
            file("x.csv", "x\n0.25\n-0.25\n").toString(),
            "--probabilities");
    assertEquals("prediction\nyes\nno\n", more.out());
    assertTrue(
        more.err().contains("--probabilities: what this model predicts has none; left out"),
        more.err());
  }

  @Test
  void aNumberThatNoFloatHoldsIsRefusedAsItWasGiven() throws IOException {
    Run run =
        Console.nn("predict", xor().toString(), file("x.csv", "a,b\n0,1e39\n1,1\n").toString());
    assertEquals(1, run.status());
    assertTrue(run.err().contains("feature 1.0E39 in column 1 is too large"), run.err());
  }

  @Test
  void numbersArePredictedAsNumbers() throws IOException {
    Model model =
        Trainer.builder()
            .loss("mean_squared_error")
            .optimizer("sgd(learning_rate=0.1)")
            .epochs(5)
            .build()
            .fit(
                Network.of(1, "dense(units=1)"),
                Dataset.regression(new float[][] {{0}, {1}}, new float[] {1, 3}))
            .model();
    Path saved = folder.resolve("line.safetensors");
    model.save(saved);
    Run run = Console.nn("predict", saved.toString(), file("x.csv", "x\n0.5\n2\n").toString());

    assertEquals(0, run.status(), run.err());
    assertEquals("prediction", run.lines().get(0));
    assertEquals(model.predict(new float[] {0.5f})[0], Float.parseFloat(run.lines().get(1)));
  }
}
