package dev.nn.examples.java;

import dev.nn.core.Model;
import dev.nn.core.Network;
import dev.nn.core.Trainer;
import dev.nn.data.BundledData;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Saves a model to a file, named on the command line, loads it, and predicts with it from several
 * threads at once, as a server does. A model is immutable, so one is enough for all of them.
 */
public final class PredictFromManyThreads {
  private PredictFromManyThreads() {}

  public static void main(String[] args)
      throws IOException, InterruptedException, ExecutionException {
    Path file = Path.of(args[0]);
    trained().save(file);
    Model model = Model.load(file);

    double[] flower = {5.1, 3.5, 1.4, 0.2};
    ExecutorService server = Executors.newFixedThreadPool(4);
    try {
      List<Future<String>> answers = new ArrayList<>();
      for (int request = 0; request < 1000; request++) {
        answers.add(server.submit(() -> model.predictLabel(flower)));
      }
      int setosa = 0;
      for (Future<String> answer : answers) {
        setosa += answer.get().equals("setosa") ? 1 : 0;
      }
      System.out.println("answers that say setosa " + setosa);
    } finally {
      server.shutdown();
    }
  }

  private static Model trained() {
    Trainer trainer =
        Trainer.builder()
            .loss("categorical_crossentropy")
            .optimizer("adam(learning_rate=0.05)")
            .epochs(20)
            .build();
    Network network = Network.of(4, "normalization", "dense(units=3, activation=softmax)");
    return trainer.fit(network, BundledData.iris()).model();
  }
}
