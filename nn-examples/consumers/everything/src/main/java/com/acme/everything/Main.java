package com.acme.everything;

import dev.nn.core.Model;
import dev.nn.core.Network;
import dev.nn.core.Trainer;
import dev.nn.core.dataset.Dataset;
import dev.nn.onnx.OnnxExport;
import java.io.IOException;
import java.nio.file.Path;

/** Trains on XOR, and saves the model in two formats. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) throws IOException {
    Network network =
        Network.of(2, "dense(units=8, activation=tanh)", "dense(units=1, activation=sigmoid)");
    float[][] inputs = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
    Model model =
        Trainer.builder()
            .loss("binary_crossentropy")
            .optimizer("adam(learning_rate=0.05)")
            .epochs(300)
            .seed(1)
            .build()
            .fit(network, Dataset.binary(inputs, new int[] {0, 1, 1, 0}))
            .model();
    model.save(Path.of(arguments[0] + ".safetensors"));
    OnnxExport.of(model).write(Path.of(arguments[0] + ".onnx"));
    System.out.println("saved " + arguments[0]);
  }
}
