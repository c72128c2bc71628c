package dev.nn.examples.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.core.Model;
import dev.nn.core.Network;
import dev.nn.examples.Console;
import dev.nn.examples.Console.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxCommandsTest {
  @TempDir private Path folder;

  private String file(String name) {
    return folder.resolve(name).toString();
  }

  @Test
  void aModelGoesOutAndComesBack() throws IOException {
    Model model =
        Model.initial(
            Network.of(4, "dense(units=3, activation=gelu), dense(units=2, activation=softmax)"),
            7);
    model.save(folder.resolve("model.safetensors"));
    Run out = Console.nn("export", file("model.safetensors"), file("model.onnx"));
    assertEquals(0, out.status(), out.err());
    assertTrue(out.out().contains("model.onnx written, "), out.out());
    Run in = Console.nn("import", file("model.onnx"), "--output", file("back.safetensors"));
    assertEquals(0, in.status(), in.err());
    assertTrue(in.out().contains("weights sha256 " + model.weightsSha256()), in.out());
    Model back = Model.load(folder.resolve("back.safetensors"));
    assertEquals(model.network(), back.network());

    Run logits = Console.nn("export", file("model.safetensors"), file("logits.onnx"), "--logits");
    assertEquals(0, logits.status(), logits.err());
    Console.nn("import", file("logits.onnx"), "--output", file("logits.safetensors"));
    float[] row = {1, 2, 3, 4};
    float[] scores = Model.load(folder.resolve("logits.safetensors")).predict(row);
    double sum = Math.exp(scores[0]) + Math.exp(scores[1]);
    assertArrayEquals(
        model.predict(row),
        new float[] {(float) (Math.exp(scores[0]) / sum), (float) (Math.exp(scores[1]) / sum)},
        1e-6f);
  }

  @Test
  void whatIsNoOnnxFileIsSaid() throws IOException {
    Files.writeString(folder.resolve("bad.onnx"), "{\"a\": 1}");
    Run run = Console.nn("import", file("bad.onnx"), "--output", file("bad.safetensors"));
    assertEquals(1, run.status());
    assertTrue(run.err().contains("bad.onnx: it is no ONNX model, but a JSON text"), run.err());
  }
}
