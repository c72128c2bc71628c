package com.acme.uber;

import dev.nn.core.Model;
import dev.nn.core.Network;
import dev.nn.core.Trainer;
import dev.nn.core.dataset.Dataset;

/** Trains with an activation that another jar brought. */
public final class Training {
  private Training() {}

  public static void main(String[] arguments) {
    Network network =
        Network.of(
            2, "dense(units=8, activation=acme.bump)", "dense(units=1, activation=sigmoid)");
    float[][] inputs = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
    Model model =
        Trainer.builder()
            .loss("binary_crossentropy")
            .optimizer("adam(learning_rate=0.05)")
            .epochs(100)
            .seed(1)
            .build()
            .fit(network, Dataset.binary(inputs, new int[] {0, 1, 1, 0}))
            .model();
    System.out.println("weights sha256 " + model.weightsSha256());
  }
}
