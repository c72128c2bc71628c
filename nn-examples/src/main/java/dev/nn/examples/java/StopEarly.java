package dev.nn.examples.java;

import dev.nn.core.Network;
import dev.nn.core.Trainer;
import dev.nn.core.TrainingResult;
import dev.nn.core.metric.Metrics;
import dev.nn.core.training.EarlyStopping;
import dev.nn.data.BundledData;
import dev.nn.data.Split;

/**
 * Ends a run once the loss on a validation set has not improved for some epochs, and takes the
 * weights of the best one. The digits are divided into three parts, so that what the model is
 * judged by in the end has had no say in when to stop.
 */
public final class StopEarly {
  private StopEarly() {}

  public static void main(String[] args) {
    Split tested = Split.stratified(BundledData.digits(), 0.8, 1);
    Split validated = Split.stratified(tested.train(), 0.9, 1);
    Network network =
        Network.of(64, "dense(units=64, activation=relu)", "dense(units=10, activation=softmax)");
    Trainer trainer =
        Trainer.builder()
            .loss("categorical_crossentropy")
            .optimizer("adam(learning_rate=0.01)")
            .epochs(500)
            .earlyStopping(new EarlyStopping(5))
            .build();
    TrainingResult result = trainer.fit(network, validated.train(), validated.test());

    System.out.println("outcome " + result.outcome());
    System.out.println("best epoch " + result.bestEpoch().orElseThrow());
    System.out.println("finished epochs " + result.history().size());
    System.out.println(
        "test accuracy " + result.model().evaluate(tested.test(), Metrics::accuracy));
  }
}
