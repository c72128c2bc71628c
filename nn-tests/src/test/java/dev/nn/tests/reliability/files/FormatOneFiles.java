package dev.nn.tests.reliability.files;

import dev.nn.api.Shape;
import dev.nn.core.Model;
import dev.nn.core.Network;
import dev.nn.core.Trainer;
import dev.nn.core.TrainingSession;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.dataset.Targets;
import dev.nn.tests.reliability.Samples;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** The program that made the files in {@code format-1}, once. */
final class FormatOneFiles {
  static final float[] EXAMPLE = {0.5f, -1, 2, 0.25f};

  private FormatOneFiles() {}

  /** Takes the folder to write to. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    Network network =
        Network.of(
            Samples.REGISTRY,
            Shape.of(EXAMPLE.length),
            "dense(units=5, activation=tanh), batch_normalization, dropout(rate=0.2),"
                + " dense(units=3, activation=softmax)");
    try (TrainingSession session = trainer().start(network, data())) {
      while (session.steps() < 5) {
        session.step();
      }
      session.state().save(folder.resolve("checkpoint.safetensors"));
      System.out.println("checkpoint " + session.model().weightsSha256());
      Model model = session.run().model();
      model.save(folder.resolve("model.safetensors"));
      System.out.println("model " + model.weightsSha256());
      System.out.println(Arrays.toString(model.predict(EXAMPLE)));
    }
  }

  static Trainer trainer() {
    return Trainer.builder()
        .registry(Samples.REGISTRY)
        .loss("categorical_crossentropy")
        .optimizer("adam(learning_rate=0.01)")
        .earlyStopping(3)
        .epochs(3)
        .batchSize(8)
        .threads(1)
        .seed(9)
        .build();
  }

  static Dataset data() {
    Random random = new Random(9);
    float[][] features = new float[20][EXAMPLE.length];
    int[] labels = new int[20];
    for (int i = 0; i < labels.length; i++) {
      for (int j = 0; j < EXAMPLE.length; j++) {
        features[i][j] = (float) random.nextGaussian();
      }
      labels[i] = i % 3;
    }
    return Dataset.classes(features, labels, new Targets.Classes(List.of("ebb", "flood", "slack")));
  }
}
