package user.xor;

import dev.nn.api.Shape;
import dev.nn.core.Model;
import dev.nn.core.Network;
import dev.nn.core.Trainer;
import dev.nn.core.dataset.Dataset;

/** Learns XOR and prints the weights' hash, the predictions and how this program was found. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    float[][] inputs = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
    Network network =
        Network.of(
            Shape.of(2), "dense(units=4, activation=tanh)", "dense(units=1, activation=sigmoid)");
    Model model =
        Trainer.builder()
            .loss("binary_crossentropy")
            .optimizer("sgd(learning_rate=0.5)")
            .epochs(500)
            .batchSize(1)
            .seed(7)
            .build()
            .fit(network, Dataset.binary(inputs, new int[] {0, 1, 1, 0}))
            .model();
    System.out.println("weights sha256 " + model.weightsSha256());
    for (float[] input : inputs) {
      System.out.println("prediction " + model.predict(input)[0]);
    }
    System.out.println("module " + Main.class.getModule().getName());
    System.out.println("engine " + Network.class.getModule().getName());
  }
}
