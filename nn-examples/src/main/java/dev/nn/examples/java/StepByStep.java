package dev.nn.examples.java;

import dev.nn.core.Network;
import dev.nn.core.Trainer;
import dev.nn.core.TrainingSession;
import dev.nn.core.TrainingState;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.metric.Metrics;
import dev.nn.data.BundledData;

/**
 * Takes a run through its steps: a session can be looked at between any two of them, left for a
 * while, and copied as a state from which another session goes on to the same weights.
 */
public final class StepByStep {
  private StepByStep() {}

  public static void main(String[] args) {
    Dataset iris = BundledData.iris();
    Network network = Network.of(4, "normalization", "dense(units=3, activation=softmax)");
    Trainer trainer =
        Trainer.builder()
            .loss("categorical_crossentropy")
            .optimizer("sgd(learning_rate=0.1)")
            .batchSize(10)
            .epochs(20)
            .build();

    try (TrainingSession session = trainer.start(network, iris)) {
      while (session.steps() < 100 && session.step()) {
        if (session.steps() % 25 == 0) {
          System.out.println("step " + session.steps() + ": loss " + session.batchLoss());
        }
      }
      TrainingState halfway = session.state();
      String weights = session.run().model().weightsSha256();
      System.out.println("accuracy " + session.model().evaluate(iris, Metrics::accuracy));

      try (TrainingSession again = trainer.start(halfway, iris)) {
        String weightsAgain = again.run().model().weightsSha256();
        System.out.println("steps in all " + again.steps());
        System.out.println("same weights again: " + weights.equals(weightsAgain));
      }
    }
  }
}
