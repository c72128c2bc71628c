package dev.nn.examples.java;

import dev.nn.core.Network;
import dev.nn.core.Trainer;
import dev.nn.core.dataset.Dataset;
import dev.nn.data.BundledData;
import dev.nn.watch.LearningRateFinder;
import dev.nn.watch.LearningRates;

/**
 * Finds a learning rate to begin with by one short pass over the data, in which the rate goes up
 * with each step, and shows what a training of two epochs makes of it and of a hundredth of it.
 */
public final class FindLearningRate {
  private FindLearningRate() {}

  public static void main(String[] args) {
    Dataset digits = BundledData.digits();
    Network network =
        Network.of(64, "dense(units=32, activation=relu)", "dense(units=10, activation=softmax)");
    Trainer trainer =
        Trainer.builder().loss("categorical_crossentropy").optimizer("adam").epochs(2).build();

    LearningRates rates = LearningRateFinder.standard().find(trainer, network, digits);
    System.out.println(rates);
    double rate = rates.suggestion().orElseThrow();
    System.out.println("loss with it " + loss(trainer, rate, network, digits));
    System.out.println("loss with a hundredth " + loss(trainer, rate / 100, network, digits));
  }

  private static double loss(Trainer trainer, double rate, Network network, Dataset data) {
    Trainer changed =
        trainer.toBuilder().optimizer("adam(learning_rate=%s)".formatted(rate)).build();
    return changed.fit(network, data).history().get(1).loss();
  }
}
