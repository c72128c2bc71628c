package com.acme.boot;

import dev.nn.core.Model;
import dev.nn.core.Network;
import dev.nn.core.Trainer;
import dev.nn.core.dataset.Dataset;
import java.util.concurrent.CompletableFuture;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Trains with the activation of a jar within the jar, on a thread of the common pool. */
@SpringBootApplication
public class Application implements CommandLineRunner {

  public static void main(String[] arguments) {
    SpringApplication.run(Application.class, arguments);
  }

  @Override
  public void run(String... arguments) {
    CompletableFuture.runAsync(Application::train).join();
  }

  private static void train() {
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
