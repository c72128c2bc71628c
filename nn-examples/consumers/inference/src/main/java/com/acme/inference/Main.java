package com.acme.inference;

import dev.nn.core.Model;
import dev.nn.math.platform.Acceleration;
import java.io.IOException;
import java.nio.file.Path;

/** Predicts XOR with a model that somebody else trained. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) throws IOException {
    Model model = Model.load(Path.of(arguments[0]));
    for (float[] input : new float[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}}) {
      System.out.print(Math.round(model.predict(input)[0]) + " ");
    }
    System.out.println("on Java " + Runtime.version().feature() + " by " + Acceleration.current());
  }
}
