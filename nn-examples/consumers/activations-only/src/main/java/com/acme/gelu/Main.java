package com.acme.gelu;

import dev.nn.activations.Gelu;
import dev.nn.math.Matrix;

/** GELU of each number of an array. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    float[] numbers = {-1, 0, 1};
    Matrix row = Matrix.rowOf(numbers);
    new Gelu().forward(row, row);
    System.out.println(numbers[0] + " " + numbers[1] + " " + numbers[2]);
  }
}
