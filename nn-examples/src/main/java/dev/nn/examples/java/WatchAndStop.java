package dev.nn.examples.java;

import dev.nn.core.Network;
import dev.nn.core.Trainer;
import dev.nn.core.TrainingListener;
import dev.nn.core.TrainingResult;
import dev.nn.core.TrainingRun;
import dev.nn.core.training.EpochRecord;
import dev.nn.data.BundledData;
import dev.nn.data.Split;

/** Watches a run with a listener, which stops the run as soon as the model is good enough. */
public final class WatchAndStop {
  private WatchAndStop() {}

  /** Prints a line for each epoch, and asks for the end once the accuracy is reached. */
  private record StopAt(double accuracy) implements TrainingListener {
    @Override
    public void epochEnded(TrainingRun run, EpochRecord epoch) {
      double reached = epoch.validationMetric("accuracy");
      System.out.println("epoch " + epoch.epoch() + ": accuracy " + reached);
      if (reached >= accuracy) {
        run.stop();
      }
    }
  }

  public static void main(String[] args) {
    Split split = Split.stratified(BundledData.digits(), 0.8, 1);
    Network network =
        Network.of(64, "dense(units=32, activation=relu)", "dense(units=10, activation=softmax)");
    Trainer trainer =
        Trainer.builder()
            .loss("categorical_crossentropy")
            .optimizer("adam(learning_rate=0.003)")
            .metric("accuracy")
            .epochs(100)
            .listener(new StopAt(0.95))
            .build();
    TrainingResult result = trainer.fit(network, split.train(), split.test());

    System.out.println("outcome " + result.outcome());
    System.out.println("finished epochs " + result.history().size());
  }
}
